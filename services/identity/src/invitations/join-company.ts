import { joinCompany, type JoinCompany } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import type { LinkPurpose } from '../links/link.entity.js';
import { LinksRepository } from '../links/links.repository.js';
import { LicenseClaimsRepository } from '../registrations/license-claims.repository.js';
import { UsersRepository } from '../users/users.repository.js';
import { InvitationAcceptance } from './invitation-acceptance.js';

const purposes: LinkPurpose[] = ['invitation'];

/** A forwarded link is worth nothing to another account. */
@Handles(joinCompany)
export class JoinCompanyHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly links: LinksRepository,
    private readonly users: UsersRepository,
    private readonly claims: LicenseClaimsRepository,
    private readonly acceptance: InvitationAcceptance,
  ) {}

  async handle(input: JoinCompany, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const link = await this.links.consume(input.token, purposes, tx);
      const user = await this.users.lock(ctx.userId, tx);
      if (user.emailKey !== link.emailKey) refuse('OTHER_ADDRESS');
      // A person who is founding a company could not found it any more.
      if (user.staffRole || (await this.claims.hasPending(user.id, tx))) refuse('ALREADY_IN_COMPANY');
      await this.acceptance.accept(link, user, tx);
    });
  }
}
