import { Injectable } from '@nestjs/common';
import { fitText, getCompany, getContact, type Contact } from '@tessera/contracts';
import { arrayLiteral, Bus, Database, Problem, type Db, type RequestContext } from '@tessera/platform';

/** A changed name shows in new messages after this time at the latest. */
const FRESH = '1 hour';

/** Names of people and companies: known ones from our own tables, others from identity. */
@Injectable()
export class Names {
  constructor(
    private readonly database: Database,
    private readonly bus: Bus,
  ) {}

  async person(id: string, ctx: RequestContext): Promise<string> {
    const [known] = await this.database.query<{ name: string; fresh: boolean }>(
      `select name, fetched_at > now() - interval '${FRESH}' as fresh from person where id = $1`,
      [id],
    );
    if (known?.fresh) return known.name;
    try {
      return fullName(await this.contact(id, ctx));
    } catch (error) {
      // An old name is better than a message that cannot be written.
      if (known && error instanceof Problem && error.document.retryable) return known.name;
      throw error;
    }
  }

  /** A person as identity knows them now. */
  async contact(id: string, ctx: RequestContext): Promise<Contact> {
    const contact = await this.bus.ask(getContact, { userId: id }, ctx);
    await this.database.query(
      `insert into person (id, name) values ($1, $2)
       on conflict (id) do update set name = excluded.name, fetched_at = now()`,
      [id, fullName(contact)],
    );
    return contact;
  }

  async company(id: string, ctx: RequestContext): Promise<string> {
    const [known] = await this.database.query<{ name: string }>('select name from company where id = $1', [
      id,
    ]);
    if (known) return known.name;
    const { name } = await this.bus.ask(getCompany, { companyId: id }, ctx);
    await this.rememberCompanies(new Map([[id, name]]), this.database);
    return name;
  }

  /** @param names by id */
  async rememberCompanies(names: ReadonlyMap<string, string>, db: Db): Promise<void> {
    await db.query(
      `insert into company (id, name) select * from unnest($1::uuid[], $2::text[])
       on conflict (id) do update set name = excluded.name`,
      [arrayLiteral([...names.keys()]), [...names.values()]],
    );
  }
}

/** Where a person stands as what else has a name, there is room for 200 characters; a full name may have one more. */
export const fitName = (name: string): string => fitText(name, 200);

export const fullName = (contact: Contact): string => `${contact.firstName} ${contact.lastName}`.trim();
