import { passwordChanged, type PasswordChanged } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(passwordChanged)
export class OnPasswordChanged {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<PasswordChanged>, tx: Tx): Promise<void> {
    const facts = { changedAt: event.occurredAt };
    await this.notifier.notifyUser(
      {
        kind: 'password_changed',
        userId: event.data.userId,
        companyId: null,
        facts,
        topic: null,
        topicId: null,
      },
      tx,
    );
  }
}
