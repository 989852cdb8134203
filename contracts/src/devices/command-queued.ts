import { event, IsUUID } from '../kit/index.js';

export class CommandQueued {
  @IsUUID() commandId: string;
  @IsUUID() deviceId: string;
}

export const commandQueued = event({
  subject: 'evt.devices.command.queued.v1',
  payload: CommandQueued,
  summary:
    'A command, or its cancellation, waits for a device; the gateway with its socket tells it to look.',
  consumers: [],
  live: { kind: 'command.changed', to: 'company', ids: ['commandId', 'deviceId'] },
});
