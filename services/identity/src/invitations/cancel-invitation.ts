import { cancelInvitation, type CancelInvitation } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { InvitationsRepository } from './invitations.repository.js';

@Handles(cancelInvitation)
export class CancelInvitationHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly invitations: InvitationsRepository,
  ) {}

  async handle(input: CancelInvitation, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const invitation = await this.invitations.lock(ctx.companyId, input.id, tx);
      invitation.cancel(new Date());
      await this.invitations.update(ctx.companyId, invitation, tx);
    });
  }
}
