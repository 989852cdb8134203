import {
  ArrayMaxSize,
  ArrayUnique,
  Describe,
  IsArray,
  IsBoolean,
  IsIn,
  IsLine,
  IsName,
  IsNameOrEmpty,
  IsOptional,
  IsString,
  IsText,
  IsUUID,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_MESSAGE, MAX_PRODUCT_VERSION, MAX_SUBJECT } from '../limits.js';
import { access } from '../access.js';
import { RequestView } from './request-view.js';
import { feedbackTypes, requestCategories, supportLevels } from './vocabulary.js';
import type { FeedbackType, RequestCategory, SupportLevel } from './vocabulary.js';

export class CreateRequest {
  @IsIn(requestCategories) category: RequestCategory;
  @IsOptional()
  @IsUUID()
  @Describe('Required for `technical`; one of the request form.')
  productId?: string;
  @IsOptional() @IsNameOrEmpty() @MaxLength(MAX_PRODUCT_VERSION) productVersion?: string;
  @IsOptional() @IsIn(supportLevels) level?: SupportLevel;
  @IsOptional() @IsNameOrEmpty() @MaxLength(100) osVersion?: string;
  @IsOptional() @IsLine() @MaxLength(60) @Describe('One of the request form.') type?: string;
  @IsOptional() @IsLine() @MaxLength(60) @Describe('One of the type’s subtypes.') subtype?: string;
  @IsName() @MaxLength(MAX_SUBJECT) subject: string;
  @IsText()
  @MaxLength(MAX_MESSAGE)
  @Describe('The exact problem, and the steps to reproduce it.')
  description: string;
  @IsOptional()
  @IsBoolean()
  @Describe('A critical incident; needs a contract that provides for it.')
  critical?: boolean;
  @IsOptional() @IsBoolean() acceptCriticalTerms?: boolean;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @Describe('Complete uploads of the author, at most 3.')
  attachmentIds?: string[];
  @IsOptional()
  @IsNameOrEmpty()
  @MaxLength(40)
  @Describe('The final request that this one continues.')
  previousNumber?: string;
  @IsOptional()
  @IsIn(feedbackTypes)
  @Describe('Required for `feedback`.')
  feedbackType?: FeedbackType;
  @IsOptional()
  @IsUUID()
  @Describe('The request that the feedback is about.')
  relatedRequestId?: string;
  @IsOptional()
  @IsString()
  @MaxLength(5 * 1024)
  @Describe('Required for `apns_certificate`: the text of the .csr file.')
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
