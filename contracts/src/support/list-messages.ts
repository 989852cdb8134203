import { Describe, IsCursor, IsInt, IsOptional, IsUUID, Max, Min, request } from '../kit/index.js';
import { access } from '../access.js';
import { MessageList } from './message-view.js';

export class ListMessages {
  @IsUUID() @Describe('The request.') id: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export const listMessages = request({
  subject: 'rpc.support.message.list.v1',
  request: ListMessages,
  reply: MessageList,
  summary: 'The conversation of a request, the oldest message first.',
  access: access.customer,
  idempotent: true,
});
