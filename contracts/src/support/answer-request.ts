import {
  ArrayMaxSize,
  ArrayUnique,
  Describe,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsText,
  IsUUID,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_MESSAGE } from '../limits.js';
import { access } from '../access.js';
import { StaffMessageView } from './message-view.js';
import { requestStatuses, supportRoles, type RequestStatus } from './vocabulary.js';

export class AnswerRequest {
  @IsUUID() @Describe('The request.') id: string;
  @IsText() @MaxLength(MAX_MESSAGE) text: string;
  @IsOptional()
  @IsIn(requestStatuses)
  @Describe('Unchanged if it is missing.')
  status?: RequestStatus;
  @IsOptional()
  @IsBoolean()
  @Describe('A note that customers never see; it changes no status.')
  internal?: boolean;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @Describe('Complete uploads of the writer, at most 3.')
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
