import { refreshTokenReused, type RefreshTokenReused } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

/** By mail alone: the holder of a copied token can read the portal. */
@Consumes(refreshTokenReused)
export class OnRefreshTokenReused {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<RefreshTokenReused>, tx: Tx): Promise<void> {
    const { userId } = event.data;
    const facts = { endedAt: event.occurredAt };
    await this.notifier.mail({ template: 'session_stolen', recipientId: userId, facts }, tx);
  }
}
