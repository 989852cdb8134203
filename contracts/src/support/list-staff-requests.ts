import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { StaffRequestView } from './staff-request-view.js';
import { requestCategories, statusFilters, supportRoles } from './vocabulary.js';
import type { RequestCategory, StatusFilter } from './vocabulary.js';

export class ListStaffRequests {
  @Field.id({ optional: true, description: 'Requests of this company alone.' }) companyId?: string;
  @Field.oneOf(statusFilters, { optional: true }) status?: StatusFilter;
  @Field.line({ max: 40, optional: true, description: 'A person’s id, `me`, or `nobody`.' })
  assignee?: string;
  @Field.id({ optional: true }) product?: string;
  @Field.oneOf(requestCategories, { optional: true }) category?: RequestCategory;
  @Field.oneOf(['createdAt', '-createdAt'], {
    optional: true,
    description: 'The newest first if it is missing.',
  })
  sort?: 'createdAt' | '-createdAt';
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class StaffRequestList {
  @Field.list(() => StaffRequestView, { maxItems: 100 }) items: StaffRequestView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listStaffRequests = request({
  subject: 'rpc.support.staff-request.list.v1',
  request: ListStaffRequests,
  reply: StaffRequestList,
  summary: 'The queue: requests of all companies.',
  access: access.staff(...supportRoles),
  idempotent: true,
});
