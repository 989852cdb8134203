import {
  displayEmail,
  inspectLink,
  linkPurposes,
  type InspectedLink,
  type InspectLink,
} from '@tessera/contracts';
import { Database, Handles, refuse } from '@tessera/platform';
import { LinkSubjectsRepository } from './link-subjects.repository.js';
import { LinksRepository } from './links.repository.js';

/** The holder of the token reads the mailbox; the page shows this before a password is typed. */
@Handles(inspectLink)
export class InspectLinkHandler {
  constructor(
    private readonly database: Database,
    private readonly links: LinksRepository,
    private readonly subjects: LinkSubjectsRepository,
  ) {}

  async handle(input: InspectLink): Promise<InspectedLink> {
    const link = await this.links.look(input.token, linkPurposes);
    const found = (await this.subjects.of(link, this.database)) ?? refuse('LINK_INVALID');
    const { firstName, lastName, companyName, inviterName, license, codeEnd } = found;
    const { purpose, expiresAt } = link;
    const person = { email: displayEmail(found.email), firstName, lastName, companyName, inviterName };
    return { purpose, ...person, license, codeEnd, expiresAt: expiresAt.toISOString() };
  }
}
