import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { CommandView } from './command.view.js';

export class ListCommands {
  @Field.id({ description: 'The device.' }) id: string;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class CommandPage {
  @Field.list(() => CommandView, { maxItems: 100 }) items: CommandView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listCommands = request({
  subject: 'rpc.devices.command.list.v1',
  request: ListCommands,
  reply: CommandPage,
  summary: "A device's commands, the newest first.",
  access: access.company(),
  idempotent: true,
});
