import { createInvitation, type CreateInvitation, type InvitationView, type Right } from '@tessera/contracts';
import { Handles, refuse, Transaction, uuidv7, type RequestContext, type Tx } from '@tessera/platform';
import { emailKey } from '../users/email-key.js';
import { MembershipsRepository } from '../users/memberships.repository.js';
import { InvitationMail } from './invitation-mail.js';
import { Invitation } from './invitation.entity.js';
import { toInvitationView } from './invitation.to-view.js';
import { InvitationsRepository } from './invitations.repository.js';

/** Whether the address has an account elsewhere is not looked at: the answer would tell (IDC-077 tells its owner). */
@Handles(createInvitation)
export class CreateInvitationHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly invitations: InvitationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly mail: InvitationMail,
  ) {}

  async handle(input: CreateInvitation, ctx: RequestContext): Promise<InvitationView> {
    const rights = input.rights ?? [];
    if (input.purpose === 'device' && rights.length) {
      const detail = 'come with a membership only';
      refuse('VALIDATION_FAILED', { errors: [{ field: 'rights', code: 'NOT_ALLOWED', detail }] });
    }
    return this.transaction.run(ctx, async (tx) => {
      const inviter = await this.memberships.hold(ctx.companyId, ctx.userId, tx);
      inviter.requireMayInvite(rights);
      await this.requireNew(ctx.companyId, emailKey(input.email), tx);
      const invitation = this.invitation(input, rights, ctx);
      await this.invitations.insert(ctx.companyId, invitation, tx);
      await this.mail.send(invitation, tx);
      return toInvitationView(invitation);
    });
  }

  private async requireNew(companyId: string, key: string, tx: Tx): Promise<void> {
    if (await this.memberships.isMember(companyId, key, tx)) refuse('ALREADY_MEMBER');
    const open = await this.invitations.open(companyId, key, tx);
    if (!open) return;
    const now = new Date();
    if (open.stateAt(now) === 'pending') refuse('ALREADY_INVITED');
    open.cancel(now);
    await this.invitations.update(companyId, open, tx);
  }

  private invitation(input: CreateInvitation, rights: Right[], ctx: RequestContext): Invitation {
    return Object.assign(new Invitation(), {
      id: uuidv7(),
      companyId: ctx.companyId,
      email: input.email,
      emailKey: emailKey(input.email),
      purpose: input.purpose,
      rights,
      language: ctx.language,
      inviterId: ctx.userId,
      expiresAt: this.mail.expiry(),
      acceptedAt: null,
      cancelledAt: null,
      version: 1,
      createdAt: new Date(),
    });
  }
}
