import { listContacts, type Contacts, type ListContacts } from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';
import { toContact } from './contact.to-view.js';
import { PERSON_COLUMNS, type Person } from './person.js';

/** As many as the contract's reply takes. */
const MOST = 1000;

@Handles(listContacts)
export class ListContactsHandler {
  constructor(private readonly database: Database) {}

  async handle(input: ListContacts): Promise<Contacts> {
    const people = await this.database.query<Person>(
      `select ${PERSON_COLUMNS}
         from membership m join user_account u on u.id = m.user_id join company c on c.id = m.company_id
        where m.company_id = $1 and u.activated_at is not null
          and ($2::text is null or m.role = 'owner' or (m.role = 'administrator' and $2 = any(m.rights)))
        order by m.user_id limit ${MOST}`,
      [input.companyId, input.right ?? null],
    );
    return { items: people.map(toContact) };
  }
}
