import { requestAnswered, type RequestAnswered } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(requestAnswered)
export class OnRequestAnswered {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<RequestAnswered>, tx: Tx): Promise<void> {
    const { requestId, number, messageId, authorId, status } = event.data;
    await this.notifier.notifyUser(
      {
        kind: 'request_answered',
        userId: authorId,
        companyId: event.companyId,
        facts: { requestId, messageId, number, status },
        topic: 'request',
        topicId: requestId,
      },
      tx,
    );
  }
}
