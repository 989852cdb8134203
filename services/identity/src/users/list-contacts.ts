import { listContacts, type Contacts, type ListContacts } from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';
import { toContact } from './contact.to-view.js';
import { UsersRepository } from './users.repository.js';

/** Limit of the contract's reply. */
const MAX_CONTACTS = 1000;

@Handles(listContacts)
export class ListContactsHandler {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
  ) {}

  async handle(input: ListContacts): Promise<Contacts> {
    const { companyId, right = null } = input;
    const people = await this.users.contacts(companyId, right, MAX_CONTACTS, this.database);
    return { items: people.map(toContact) };
  }
}
