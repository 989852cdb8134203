import { Field, request } from '../kit/index.js';
import { MAX_SUBJECT } from '../limits.js';
import { access } from '../identity/rights.js';

export class GetMessageBrief {
  @Field.id() requestId: string;
  @Field.id({ optional: true, description: 'Without: the description of the request itself.' })
  messageId?: string;
}

export class MessageBrief {
  @Field.line({ max: 40 }) number: string;
  @Field.line({ max: MAX_SUBJECT }) subject: string;
  @Field.line({ max: 40 }) status: string;
  @Field.id() authorId: string;
  @Field.line({ max: 200, description: 'Who wrote it, as the customer may know them.' }) writer: string;
  @Field.text({ max: 100_000 }) text: string;
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
