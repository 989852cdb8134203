import {
  Describe,
  Example,
  IsBoolean,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsNullable,
  IsUUID,
  Max,
  MaxLength,
  Min,
  Nested,
} from '../kit/index.js';
import { MAX_FULL_NAME, MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION, MAX_SUBJECT } from '../limits.js';
import { requestCategories, requestStatuses, supportLevels } from './vocabulary.js';
import type { RequestCategory, RequestStatus, SupportLevel } from './vocabulary.js';

export class RequestedProduct {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) name: string;
  @IsNullable() @IsLine() @MaxLength(MAX_PRODUCT_VERSION) version: string | null;
}

export class RequestAuthor {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_FULL_NAME) name: string;
}

export class RequestedContract {
  @IsUUID() id: string;
  @IsLine() @MaxLength(200) name: string;
}

export class RequestView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(40) @Example('T-2026-000123') number: string;
  @IsIn(requestCategories) category: RequestCategory;
  @IsIn(requestStatuses) status: RequestStatus;
  @IsIn(supportLevels) level: SupportLevel;
  @IsNullable()
  @IsInt()
  @Min(1)
  @Max(4)
  @Describe('1 is the worst; null until it is judged.')
  severity: number | null;
  @IsBoolean() @Describe('A critical incident.') critical: boolean;
  @IsLine() @MaxLength(MAX_SUBJECT) subject: string;
  @IsNullable() @Nested(() => RequestedProduct) product: RequestedProduct | null;
  @Nested(() => RequestAuthor) author: RequestAuthor;
  @IsInstant() createdAt: string;
  @IsInstant() @Describe('The last change of its status or conversation.') updatedAt: string;
  @IsNullable()
  @Nested(() => RequestedContract)
  @Describe('The contract of a premium request.')
  contract: RequestedContract | null;
  @IsNullable()
  @IsLine()
  @MaxLength(40)
  @Describe('The final request that this one continues.')
  previousNumber: string | null;
}
