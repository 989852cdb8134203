import { commandChanged, finalCommandStates, type CommandChanged } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(commandChanged)
export class OnCommandChanged {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<CommandChanged>, tx: Tx): Promise<void> {
    const { deviceId, deviceName, kind, state, userId } = event.data;
    if (!finalCommandStates.some((final) => final === state)) return;
    const facts = { deviceName, command: kind, outcome: state };
    await this.notifier.notifyInPortal(
      {
        kind: 'command_finished',
        userId,
        companyId: event.companyId,
        facts,
        topic: 'device',
        topicId: deviceId,
      },
      tx,
    );
  }
}
