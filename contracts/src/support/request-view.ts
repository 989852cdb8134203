import { Field } from '../kit/index.js';
import { MAX_FULL_NAME, MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION, MAX_SUBJECT } from '../limits.js';
import { requestCategories, requestStatuses, supportLevels } from './vocabulary.js';
import type { RequestCategory, RequestStatus, SupportLevel } from './vocabulary.js';

export class RequestedProduct {
  @Field.id() id: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) name: string;
  @Field.line({ max: MAX_PRODUCT_VERSION, nullable: true }) version: string | null;
}

export class RequestAuthor {
  @Field.id() id: string;
  @Field.line({ max: MAX_FULL_NAME }) name: string;
}

export class RequestedContract {
  @Field.id() id: string;
  @Field.line({ max: 200 }) name: string;
}

export class RequestView {
  @Field.id() id: string;
  @Field.line({ max: 40, example: 'T-2026-000123' }) number: string;
  @Field.oneOf(requestCategories) category: RequestCategory;
  @Field.oneOf(requestStatuses) status: RequestStatus;
  @Field.oneOf(supportLevels) level: SupportLevel;
  @Field.integer({ min: 1, max: 4, nullable: true, description: '1 is the worst; null until it is judged.' })
  severity: number | null;
  @Field.flag({ description: 'A critical incident.' }) critical: boolean;
  @Field.line({ max: MAX_SUBJECT }) subject: string;
  @Field.object(() => RequestedProduct, { nullable: true }) product: RequestedProduct | null;
  @Field.object(() => RequestAuthor) author: RequestAuthor;
  @Field.time() createdAt: string;
  @Field.time({ description: 'The last change of its status or conversation.' }) updatedAt: string;
  @Field.object(() => RequestedContract, {
    nullable: true,
    description: 'The contract of a premium request.',
  })
  contract: RequestedContract | null;
  @Field.line({ max: 40, nullable: true, description: 'The final request that this one continues.' })
  previousNumber: string | null;
}
