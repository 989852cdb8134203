import { userActivated, type UserActivated } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(userActivated)
export class OnUserActivated {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<UserActivated>, tx: Tx): Promise<void> {
    const { userId, companyId } = event.data;
    await this.notifier.notifyUser(
      { kind: 'welcome', userId, companyId, facts: {}, topic: null, topicId: null },
      tx,
    );
  }
}
