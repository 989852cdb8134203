import {
  Describe,
  IsCursor,
  IsInt,
  IsNullable,
  IsOptional,
  IsUUID,
  Max,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { CommandView } from './command.view.js';

export class ListCommands {
  @IsUUID() @Describe('The device.') id: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class CommandPage {
  @NestedList(() => CommandView, 100) items: CommandView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listCommands = request({
  subject: 'rpc.devices.command.list.v1',
  request: ListCommands,
  reply: CommandPage,
  summary: "A device's commands, the newest first.",
  access: access.company(),
  idempotent: true,
});
