import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';
import { CommandView } from './command.view.js';

export class CancelCommand {
  @IsUUID() id: string;
}

export const cancelCommand = request({
  subject: 'rpc.devices.command.cancel.v1',
  request: CancelCommand,
  reply: CommandView,
  errors: { COMMAND_FINAL: 'conflict' },
  summary: 'Cancel a command: at once while it waits, with the acknowledgement of the device once it has it.',
  access: access.company('devices.manage'),
});
