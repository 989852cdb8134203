import { passwordChanged, type PasswordChanged } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

@Consumes(passwordChanged)
export class OnPasswordChanged {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<PasswordChanged>, tx: Tx): Promise<void> {
    const facts = { changedAt: event.occurredAt };
    await this.postBox.tell(
      {
        kind: 'password_changed',
        userId: event.data.userId,
        companyId: null,
        facts: facts,
        topic: null,
        topicId: null,
      },
      tx,
    );
  }
}
