import {
  Describe,
  IsCursor,
  IsIn,
  IsInt,
  IsLine,
  IsNullable,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { StaffRequestView } from './staff-request-view.js';
import { requestCategories, statusFilters, supportRoles } from './vocabulary.js';
import type { RequestCategory, StatusFilter } from './vocabulary.js';

export class ListStaffRequests {
  @IsOptional() @IsUUID() @Describe('Requests of this company alone.') companyId?: string;
  @IsOptional() @IsIn(statusFilters) status?: StatusFilter;
  @IsOptional()
  @IsLine()
  @MaxLength(40)
  @Describe('A person’s id, `me`, or `nobody`.')
  assignee?: string;
  @IsOptional() @IsUUID() product?: string;
  @IsOptional() @IsIn(requestCategories) category?: RequestCategory;
  @IsOptional()
  @IsIn(['createdAt', '-createdAt'])
  @Describe('The newest first if it is missing.')
  sort?: 'createdAt' | '-createdAt';
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class StaffRequestList {
  @NestedList(() => StaffRequestView, 100) items: StaffRequestView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listStaffRequests = request({
  subject: 'rpc.support.staff-request.list.v1',
  request: ListStaffRequests,
  reply: StaffRequestList,
  summary: 'The queue: requests of all companies.',
  access: access.staff(...supportRoles),
  idempotent: true,
});
