import { invitationAccepted, type InvitationAccepted } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

/** To the inviter and to the owner (IDC-079). */
@Consumes(invitationAccepted)
export class OnInvitationAccepted {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<InvitationAccepted>, tx: Tx): Promise<void> {
    const { companyId, inviterId, userId, userName } = event.data;
    await this.notifier.notifyAudience(
      {
        kind: 'invitation_accepted',
        companyId,
        people: [inviterId],
        audience: 'owner',
        facts: { userName },
        topic: 'user',
        topicId: userId,
      },
      tx,
    );
  }
}
