import {
  ArrayMaxSize,
  Describe,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsLine,
  IsNullable,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  Nested,
  NestedList,
  request,
} from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION } from '../limits.js';
import { access } from '../access.js';
import { feedbackTypes, MAX_ATTACHMENT_BYTES, requestCategories, supportLevels } from './vocabulary.js';
import type { FeedbackType, RequestCategory, SupportLevel } from './vocabulary.js';

export class GetRequestForm {
  @IsOptional()
  @IsIn(requestCategories)
  @Describe('`technical` if it is missing.')
  category?: RequestCategory;
  @IsOptional()
  @IsUUID()
  @Describe('The chosen product, for its patch and its levels.')
  product?: string;
}

export class FormProduct {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) name: string;
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(MAX_PRODUCT_VERSION, { each: true })
  versions: string[];
  @IsNullable()
  @IsLine()
  @MaxLength(300)
  @Describe('The patch to install before asking support.')
  recommendedPatch: string | null;
}

export class FormProductGroup {
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) name: string;
  @NestedList(() => FormProduct, 200) products: FormProduct[];
}

export class FormType {
  @IsLine() @MaxLength(60) id: string;
  @IsArray()
  @ArrayMaxSize(20)
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(60, { each: true })
  subtypes: string[];
}

export const levelRefusals = ['PRODUCT_WITHOUT_PREMIUM', 'NO_PREMIUM_CONTRACT'] as const;
export type LevelRefusal = (typeof levelRefusals)[number];

export class FormLevel {
  @IsIn(supportLevels) level: SupportLevel;
  @IsBoolean() allowed: boolean;
  @IsNullable() @IsIn(levelRefusals) @Describe('Why not.') reason: LevelRefusal | null;
}

export class FormAttachments {
  @IsInt() @Min(0) @Max(10) maxFiles: number;
  @IsInt() @Min(0) @Max(MAX_ATTACHMENT_BYTES) maxBytes: number;
  @IsBoolean()
  @Describe('The statement on provision of data has been accepted; the first upload ever needs it.')
  dataStatementAccepted: boolean;
}

export class RequestForm {
  @IsIn(requestCategories) category: RequestCategory;
  @IsArray() @ArrayMaxSize(5) @IsIn(requestCategories, { each: true }) categories: RequestCategory[];
  @NestedList(() => FormProductGroup, 200)
  @Describe('Only products for which the company has a valid license.')
  productGroups: FormProductGroup[];
  @IsNullable()
  @Nested(() => FormProduct)
  @Describe('The chosen product.')
  product: FormProduct | null;
  @NestedList(() => FormLevel, 2) levels: FormLevel[];
  @IsBoolean() @Describe('A critical incident can be reported.') criticalAllowed: boolean;
  @NestedList(() => FormType, 50) types: FormType[];
  @IsArray() @ArrayMaxSize(2) @IsIn(feedbackTypes, { each: true }) feedbackTypes: FeedbackType[];
  @Nested(() => FormAttachments) attachments: FormAttachments;
}

export const getRequestForm = request({
  subject: 'rpc.support.request-form.get.v1',
  request: GetRequestForm,
  reply: RequestForm,
  summary: 'The choices of the request form, and the levels that the person may choose.',
  access: access.customer,
  idempotent: true,
});
