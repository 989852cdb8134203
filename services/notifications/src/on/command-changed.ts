import { commandChanged, type CommandChanged } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

/** States after which nothing follows. */
const final = ['succeeded', 'failed', 'rejected', 'expired', 'timed_out', 'cancelled', 'superseded'];

@Consumes(commandChanged)
export class OnCommandChanged {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<CommandChanged>, tx: Tx): Promise<void> {
    const { deviceId, deviceName, kind, state, userId } = event.data;
    if (!final.includes(state)) return;
    const facts = { deviceName, command: kind, outcome: state };
    await this.postBox.notify(
      {
        kind: 'command_finished',
        userId: userId,
        companyId: event.companyId,
        facts: facts,
        topic: 'device',
        topicId: deviceId,
      },
      tx,
    );
  }
}
