import { Field, request } from '../kit/index.js';
import { MAX_MESSAGE } from '../limits.js';
import { access } from '../identity/rights.js';
import { MessageView } from './message-view.js';

export class AddMessage {
  @Field.id({ description: 'The request.' }) id: string;
  @Field.prose({ max: MAX_MESSAGE }) text: string;
  @Field.ids({
    maxItems: 100,
    unique: true,
    optional: true,
    description: 'Complete uploads of the writer, at most 3.',
  })
  attachmentIds?: string[];
}

export const addMessage = request({
  subject: 'rpc.support.message.add.v1',
  request: AddMessage,
  reply: MessageView,
  errors: {
    REQUEST_FINAL: 'conflict',
    TOO_MANY_ATTACHMENTS: 'unprocessable',
    ATTACHMENT_INCOMPLETE: 'unprocessable',
    ATTACHMENT_USED: 'conflict',
  },
  summary: 'Answer support; a request that waits for an answer, or that was solved, is in progress again.',
  access: access.customer,
});
