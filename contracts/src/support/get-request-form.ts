import { Field, request } from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION } from '../limits.js';
import { access } from '../identity/rights.js';
import { feedbackTypes, MAX_ATTACHMENT_BYTES, requestCategories, supportLevels } from './vocabulary.js';
import type { FeedbackType, RequestCategory, SupportLevel } from './vocabulary.js';

export class GetRequestForm {
  @Field.oneOf(requestCategories, { optional: true, description: '`technical` if it is missing.' })
  category?: RequestCategory;
  @Field.id({ optional: true, description: 'The chosen product, for its patch and its levels.' })
  product?: string;
}

export class FormProduct {
  @Field.id() id: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) name: string;
  @Field.texts({ max: MAX_PRODUCT_VERSION, maxItems: 50 }) versions: string[];
  @Field.line({ max: 300, nullable: true, description: 'The patch to install before asking support.' })
  recommendedPatch: string | null;
}

export class FormProductGroup {
  @Field.line({ max: MAX_PRODUCT_NAME }) name: string;
  @Field.list(() => FormProduct, { maxItems: 200 }) products: FormProduct[];
}

export class FormType {
  @Field.line({ max: 60 }) id: string;
  @Field.texts({ max: 60, maxItems: 20 }) subtypes: string[];
}

export const levelRefusals = ['PRODUCT_WITHOUT_PREMIUM', 'NO_PREMIUM_CONTRACT'] as const;
export type LevelRefusal = (typeof levelRefusals)[number];

export class FormLevel {
  @Field.oneOf(supportLevels) level: SupportLevel;
  @Field.flag() allowed: boolean;
  @Field.oneOf(levelRefusals, { nullable: true, description: 'Why not.' }) reason: LevelRefusal | null;
}

export class FormAttachments {
  @Field.integer({ min: 0, max: 10 }) maxFiles: number;
  @Field.integer({ min: 0, max: MAX_ATTACHMENT_BYTES }) maxBytes: number;
  @Field.flag({
    description: 'The statement on provision of data has been accepted; the first upload ever needs it.',
  })
  dataStatementAccepted: boolean;
}

export class RequestForm {
  @Field.oneOf(requestCategories) category: RequestCategory;
  @Field.someOf(requestCategories, { maxItems: 5 }) categories: RequestCategory[];
  @Field.list(() => FormProductGroup, {
    maxItems: 200,
    description: 'Only products for which the company has a valid license.',
  })
  productGroups: FormProductGroup[];
  @Field.object(() => FormProduct, { nullable: true, description: 'The chosen product.' })
  product: FormProduct | null;
  @Field.list(() => FormLevel, { maxItems: 2 }) levels: FormLevel[];
  @Field.flag({ description: 'A critical incident can be reported.' }) criticalAllowed: boolean;
  @Field.list(() => FormType, { maxItems: 50 }) types: FormType[];
  @Field.someOf(feedbackTypes, { maxItems: 2 }) feedbackTypes: FeedbackType[];
  @Field.object(() => FormAttachments) attachments: FormAttachments;
}

export const getRequestForm = request({
  subject: 'rpc.support.request-form.get.v1',
  request: GetRequestForm,
  reply: RequestForm,
  summary: 'The choices of the request form, and the levels that the person may choose.',
  access: access.customer,
  idempotent: true,
});
