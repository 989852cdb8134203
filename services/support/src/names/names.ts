import { Injectable } from '@nestjs/common';
import { fitText, getCompany, getContact, type Contact } from '@tessera/contracts';
import { Bus, Database, Problem, type RequestContext } from '@tessera/platform';
import { NamesRepository } from './names.repository.js';

/** A changed name shows in new messages after this time at the latest. */
const FRESH_FOR = '1 hour';

/** Names of people and companies: known ones from our own tables, others from identity. */
@Injectable()
export class Names {
  constructor(
    private readonly database: Database,
    private readonly names: NamesRepository,
    private readonly bus: Bus,
  ) {}

  async person(id: string, ctx: RequestContext): Promise<string> {
    const known = await this.names.person(id, FRESH_FOR, this.database);
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
    await this.names.rememberPerson(id, fullName(contact), this.database);
    return contact;
  }

  async company(id: string, ctx: RequestContext): Promise<string> {
    const known = await this.names.company(id, this.database);
    if (known !== null) return known;
    const { name } = await this.bus.ask(getCompany, { companyId: id }, ctx);
    await this.names.rememberCompanies(new Map([[id, name]]), this.database);
    return name;
  }
}

/** Where a person stands as what else has a name, there is room for 200 characters; a full name may have one more. */
export const fitName = (name: string): string => fitText(name, 200);

export const fullName = (contact: Contact): string => `${contact.firstName} ${contact.lastName}`.trim();
