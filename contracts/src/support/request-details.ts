import {
  Describe,
  IsBoolean,
  IsIn,
  IsLine,
  IsNullable,
  IsString,
  IsUUID,
  MaxLength,
  NestedList,
} from '../kit/index.js';
import { MAX_MESSAGE } from '../limits.js';
import { AttachmentView } from './attachment-view.js';
import { RequestView } from './request-view.js';
import { feedbackTypes, MAX_ATTACHMENTS, type FeedbackType } from './vocabulary.js';

/** One request with everything that its author wrote into the form. */
export class RequestDetails extends RequestView {
  @IsString() @MaxLength(MAX_MESSAGE) description: string;
  @IsNullable() @IsLine() @MaxLength(100) osVersion: string | null;
  @IsNullable() @IsLine() @MaxLength(60) type: string | null;
  @IsNullable() @IsLine() @MaxLength(60) subtype: string | null;
  @IsNullable() @IsIn(feedbackTypes) feedbackType: FeedbackType | null;
  @IsNullable() @IsUUID() relatedRequestId: string | null;
  @NestedList(() => AttachmentView, MAX_ATTACHMENTS) attachments: AttachmentView[];
  @IsBoolean() @Describe('It can be answered and closed; false once it is final.') open: boolean;
}
