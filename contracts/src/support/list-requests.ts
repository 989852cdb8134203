import {
  Describe,
  IsCursor,
  IsIn,
  IsInt,
  IsNullable,
  IsOptional,
  Max,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { RequestView } from './request-view.js';
import { statusFilters, type StatusFilter } from './vocabulary.js';

export class ListRequests {
  @IsOptional()
  @IsIn(['me', 'all'])
  @Describe('`all` needs the right `requests.manage`.')
  author?: 'me' | 'all';
  @IsOptional() @IsIn(statusFilters) status?: StatusFilter;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class RequestList {
  @NestedList(() => RequestView, 100) items: RequestView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listRequests = request({
  subject: 'rpc.support.request.list.v1',
  request: ListRequests,
  reply: RequestList,
  summary: 'Own requests, or all of the company, the newest first.',
  access: access.customer,
  idempotent: true,
});
