import { Describe, IsIn, IsObject, IsOptional, IsUUID, MaxBytes, request } from '../kit/index.js';
import { access } from '../access.js';
import { commandKinds, CommandView, type CommandKind } from './command.view.js';

export class SendCommand {
  @IsUUID() @Describe('The device.') id: string;
  @IsIn(commandKinds) kind: CommandKind;
  @IsOptional()
  @IsObject()
  @MaxBytes(2_048)
  @Describe('What the app on the device understands; at most 2 KiB, and integers below 2^53.')
  parameters?: Record<string, unknown>;
}

export const sendCommand = request({
  subject: 'rpc.devices.command.send.v1',
  request: SendCommand,
  reply: CommandView,
  errors: {
    COMMAND_NOT_SUPPORTED: 'unprocessable',
    DEVICE_DISCONNECTED: 'conflict',
    DEVICE_QUARANTINED: 'conflict',
    TOO_MANY_COMMANDS: 'conflict',
  },
  summary: 'Give a device a command; an offline device gets it when it comes back.',
  access: access.company('devices.manage'),
});
