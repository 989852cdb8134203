import { invitationAccepted, type InvitationAccepted } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

/** To whoever invited, and to the owner (IDC-079). */
@Consumes(invitationAccepted)
export class OnInvitationAccepted {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<InvitationAccepted>, tx: Tx): Promise<void> {
    const { companyId, inviterId, userId, userName } = event.data;
    await this.postBox.announce(
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
