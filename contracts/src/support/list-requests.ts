import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { RequestView } from './request-view.js';
import { statusFilters, type StatusFilter } from './vocabulary.js';

export class ListRequests {
  @Field.oneOf(['me', 'all'], { optional: true, description: '`all` needs the right `requests.manage`.' })
  author?: 'me' | 'all';
  @Field.oneOf(statusFilters, { optional: true }) status?: StatusFilter;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class RequestList {
  @Field.list(() => RequestView, { maxItems: 100 }) items: RequestView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listRequests = request({
  subject: 'rpc.support.request.list.v1',
  request: ListRequests,
  reply: RequestList,
  summary: 'Own requests, or all of the company, the newest first.',
  access: access.customer,
  idempotent: true,
});
