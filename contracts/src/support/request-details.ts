import { Field } from '../kit/index.js';
import { MAX_MESSAGE } from '../limits.js';
import { AttachmentView } from './attachment-view.js';
import { RequestView } from './request-view.js';
import { feedbackTypes, MAX_ATTACHMENTS, type FeedbackType } from './vocabulary.js';

/** One request with everything that its author wrote into the form. */
export class RequestDetails extends RequestView {
  @Field.text({ max: MAX_MESSAGE }) description: string;
  @Field.line({ max: 100, nullable: true }) osVersion: string | null;
  @Field.line({ max: 60, nullable: true }) type: string | null;
  @Field.line({ max: 60, nullable: true }) subtype: string | null;
  @Field.oneOf(feedbackTypes, { nullable: true }) feedbackType: FeedbackType | null;
  @Field.id({ nullable: true }) relatedRequestId: string | null;
  @Field.list(() => AttachmentView, { maxItems: MAX_ATTACHMENTS }) attachments: AttachmentView[];
  @Field.flag({ description: 'It can be answered and closed; false once it is final.' }) open: boolean;
}
