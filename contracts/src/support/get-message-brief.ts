import { Describe, IsLine, IsOptional, IsString, IsUUID, MaxLength, request } from '../kit/index.js';
import { MAX_SUBJECT } from '../limits.js';
import { access } from '../access.js';

export class GetMessageBrief {
  @IsUUID() requestId: string;
  @IsOptional()
  @IsUUID()
  @Describe('Without: the description of the request itself.')
  messageId?: string;
}

export class MessageBrief {
  @IsLine() @MaxLength(40) number: string;
  @IsLine() @MaxLength(MAX_SUBJECT) subject: string;
  @IsLine() @MaxLength(40) status: string;
  @IsUUID() authorId: string;
  @IsLine() @MaxLength(200) @Describe('Who wrote it, as the customer may know them.') writer: string;
  @IsString() @MaxLength(100_000) text: string;
}

export const getMessageBrief = request({
  subject: 'rpc.support.message.brief.v1',
  request: GetMessageBrief,
  reply: MessageBrief,
  summary: 'What a mail about a request or about one of its messages says.',
  access: access.service,
  callers: ['notifications'],
  idempotent: true,
});
