import { getContact, type Contact, type GetContact } from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';
import { toContact } from './contact.to-view.js';
import { UsersRepository } from './users.repository.js';

@Handles(getContact)
export class GetContactHandler {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
  ) {}

  async handle(input: GetContact): Promise<Contact> {
    return toContact(await this.users.person(input.userId, this.database));
  }
}
