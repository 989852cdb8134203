import { Field, request } from '../kit/index.js';
import { MAX_MESSAGE } from '../limits.js';
import { access } from '../identity/rights.js';
import { StaffMessageView } from './message-view.js';
import { requestStatuses, supportRoles, type RequestStatus } from './vocabulary.js';

export class AnswerRequest {
  @Field.id({ description: 'The request.' }) id: string;
  @Field.prose({ max: MAX_MESSAGE }) text: string;
  @Field.oneOf(requestStatuses, { optional: true, description: 'Unchanged if it is missing.' })
  status?: RequestStatus;
  @Field.flag({ optional: true, description: 'A note that customers never see; it changes no status.' })
  internal?: boolean;
  @Field.ids({
    maxItems: 100,
    unique: true,
    optional: true,
    description: 'Complete uploads of the writer, at most 3.',
  })
  attachmentIds?: string[];
}

export const answerRequest = request({
  subject: 'rpc.support.request.answer.v1',
  request: AnswerRequest,
  reply: StaffMessageView,
  errors: {
    REQUEST_FINAL: 'conflict',
    STATUS_NOT_ALLOWED: 'unprocessable',
    TOO_MANY_ATTACHMENTS: 'unprocessable',
    ATTACHMENT_INCOMPLETE: 'unprocessable',
    ATTACHMENT_USED: 'conflict',
  },
  summary: 'Answer the customer, or leave a note for colleagues.',
  access: access.staff(...supportRoles),
});
