import { refreshTokenReused, type RefreshTokenReused } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

/** By mail alone: whoever has a copy of the tokens may read the portal. */
@Consumes(refreshTokenReused)
export class OnRefreshTokenReused {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<RefreshTokenReused>, tx: Tx): Promise<void> {
    const { userId } = event.data;
    const facts = { endedAt: event.occurredAt };
    await this.postBox.mail({ template: 'session_stolen', recipientId: userId, facts }, tx);
  }
}
