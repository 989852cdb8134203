import { requestRegistered, type RequestRegistered } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(requestRegistered)
export class OnRequestRegistered {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<RequestRegistered>, tx: Tx): Promise<void> {
    const { requestId, number, authorId } = event.data;
    await this.notifier.notifyUser(
      {
        kind: 'request_registered',
        userId: authorId,
        companyId: event.companyId,
        facts: { requestId, number },
        topic: 'request',
        topicId: requestId,
      },
      tx,
    );
  }
}
