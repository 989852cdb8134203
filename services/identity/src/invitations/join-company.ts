import { joinCompany, type JoinCompany } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext, type Tx } from '@tessera/platform';
import type { LinkPurpose } from '../links/link.js';
import { Links } from '../links/links.repository.js';
import { Users } from '../users/users.repository.js';
import { Joining } from './joining.js';

const purposes: LinkPurpose[] = ['invitation'];

/** A forwarded link is worth nothing to somebody else's account. */
@Handles(joinCompany)
export class JoinCompanyHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly links: Links,
    private readonly users: Users,
    private readonly joining: Joining,
  ) {}

  async handle(input: JoinCompany, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const link = await this.links.consume(input.token, purposes, tx);
      const user = await this.users.lock(ctx.userId, tx);
      if (user.emailKey !== link.emailKey) refuse('OTHER_ADDRESS');
      if (user.staffRole || (await this.isFounding(user.id, tx))) refuse('ALREADY_IN_COMPANY');
      await this.joining.join(link, user, tx);
      return null;
    });
  }

  /** A license is being claimed for a company that this person will own; it could not be founded any more. */
  private async isFounding(userId: string, tx: Tx): Promise<boolean> {
    const claims = await tx.query(`select 1 from license_claim where user_id = $1 and state = 'pending'`, [
      userId,
    ]);
    return claims.length > 0;
  }
}
