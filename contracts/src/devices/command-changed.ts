import { Describe, event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class CommandChanged {
  @IsUUID() commandId: string;
  @IsUUID() deviceId: string;
  @IsLine() @MaxLength(200) deviceName: string;
  @IsLine() @MaxLength(40) kind: string;
  @IsLine() @MaxLength(40) state: string;
  @IsUUID() @Describe('Who gave it.') userId: string;
}

export const commandChanged = event({
  subject: 'evt.devices.command.changed.v1',
  payload: CommandChanged,
  summary: 'A command went on to its next state.',
  consumers: ['notifications'],
  live: { kind: 'command.changed', to: 'company', ids: ['commandId', 'deviceId', 'userId'] },
});
