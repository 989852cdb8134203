import { Field, request } from '../kit/index.js';
import { MAX_MESSAGE, MAX_PRODUCT_VERSION, MAX_SUBJECT } from '../limits.js';
import { access } from '../identity/rights.js';
import { RequestView } from './request-view.js';
import { feedbackTypes, requestCategories, supportLevels } from './vocabulary.js';
import type { FeedbackType, RequestCategory, SupportLevel } from './vocabulary.js';

export class CreateRequest {
  @Field.oneOf(requestCategories) category: RequestCategory;
  @Field.id({ optional: true, description: 'Required for `technical`; one of the request form.' })
  productId?: string;
  @Field.name({ min: 0, max: MAX_PRODUCT_VERSION, optional: true }) productVersion?: string;
  @Field.oneOf(supportLevels, { optional: true }) level?: SupportLevel;
  @Field.name({ min: 0, max: 100, optional: true }) osVersion?: string;
  @Field.line({ max: 60, optional: true, description: 'One of the request form.' }) type?: string;
  @Field.line({ max: 60, optional: true, description: 'One of the type’s subtypes.' }) subtype?: string;
  @Field.name({ max: MAX_SUBJECT }) subject: string;
  @Field.prose({ max: MAX_MESSAGE, description: 'The exact problem, and the steps to reproduce it.' })
  description: string;
  @Field.flag({ optional: true, description: 'A critical incident; needs a contract that provides for it.' })
  critical?: boolean;
  @Field.flag({ optional: true }) acceptCriticalTerms?: boolean;
  @Field.ids({
    maxItems: 100,
    unique: true,
    optional: true,
    description: 'Complete uploads of the author, at most 3.',
  })
  attachmentIds?: string[];
  @Field.name({ min: 0, max: 40, optional: true, description: 'The final request that this one continues.' })
  previousNumber?: string;
  @Field.oneOf(feedbackTypes, { optional: true, description: 'Required for `feedback`.' })
  feedbackType?: FeedbackType;
  @Field.id({ optional: true, description: 'The request that the feedback is about.' })
  relatedRequestId?: string;
  @Field.text({
    max: 5 * 1024,
    optional: true,
    description: 'Required for `apns_certificate`: the text of the .csr file.',
  })
  csr?: string;
}

export const createRequest = request({
  subject: 'rpc.support.request.create.v1',
  request: CreateRequest,
  reply: RequestView,
  errors: {
    PREMIUM_NOT_ALLOWED: 'forbidden',
    PRODUCT_NOT_COVERED: 'unprocessable',
    TOO_MANY_ATTACHMENTS: 'unprocessable',
    ATTACHMENT_INCOMPLETE: 'unprocessable',
    ATTACHMENT_USED: 'conflict',
    CSR_INVALID: 'unprocessable',
  },
  summary: 'Register a request; its author is mailed the number.',
  access: access.customer,
});
