import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { MessageList } from './message-view.js';

export class ListMessages {
  @Field.id({ description: 'The request.' }) id: string;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export const listMessages = request({
  subject: 'rpc.support.message.list.v1',
  request: ListMessages,
  reply: MessageList,
  summary: 'The conversation of a request, the oldest message first.',
  access: access.customer,
  idempotent: true,
});
