import { requestRegistered, type RequestRegistered } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

@Consumes(requestRegistered)
export class OnRequestRegistered {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<RequestRegistered>, tx: Tx): Promise<void> {
    const { requestId, number, authorId } = event.data;
    await this.postBox.tell(
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
