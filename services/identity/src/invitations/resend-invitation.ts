import { resendInvitation, type InvitationView, type ResendInvitation } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { MembershipsRepository } from '../users/memberships.repository.js';
import { InvitationMail } from './invitation-mail.js';
import { toInvitationView } from './invitation.to-view.js';
import { InvitationsRepository } from './invitations.repository.js';

@Handles(resendInvitation)
export class ResendInvitationHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly invitations: InvitationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly mail: InvitationMail,
  ) {}

  async handle(input: ResendInvitation, ctx: RequestContext): Promise<InvitationView> {
    return this.transaction.run(ctx, async (tx) => {
      const inviter = await this.memberships.hold(ctx.companyId, ctx.userId, tx);
      const invitation = await this.invitations.lock(ctx.companyId, input.id, tx);
      inviter.requireMayInvite(invitation.rights);
      invitation.resend(ctx.userId, this.mail.expiry());
      await this.invitations.update(ctx.companyId, invitation, tx);
      await this.mail.send(invitation, tx);
      return toInvitationView(invitation);
    });
  }
}
