import {
  ArrayMaxSize,
  ArrayUnique,
  Describe,
  IsArray,
  IsOptional,
  IsText,
  IsUUID,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_MESSAGE } from '../limits.js';
import { access } from '../access.js';
import { MessageView } from './message-view.js';

export class AddMessage {
  @IsUUID() @Describe('The request.') id: string;
  @IsText() @MaxLength(MAX_MESSAGE) text: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @Describe('Complete uploads of the writer, at most 3.')
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
