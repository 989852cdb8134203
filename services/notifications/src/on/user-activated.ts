import { userActivated, type UserActivated } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

@Consumes(userActivated)
export class OnUserActivated {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<UserActivated>, tx: Tx): Promise<void> {
    const { userId, companyId } = event.data;
    await this.postBox.tell(
      { kind: 'welcome', userId: userId, companyId: companyId, facts: {}, topic: null, topicId: null },
      tx,
    );
  }
}
