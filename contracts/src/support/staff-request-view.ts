import {
  Describe,
  IsBoolean,
  IsLine,
  IsNullable,
  IsOptional,
  IsUUID,
  MaxLength,
  Nested,
} from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_FULL_NAME } from '../limits.js';
import { RequestDetails } from './request-details.js';
import { RequestView } from './request-view.js';

/** Whose the request is: a company, or, in the request of a person who has none, that person. */
export class RequestCompany {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_COMPANY_NAME) name: string;
  @IsOptional()
  @IsBoolean()
  @Describe('No company: `id` and `name` are the author’s.')
  personal?: boolean;
}

export class RequestAssignee {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_FULL_NAME) name: string;
}

/** A line of the queue. */
export class StaffRequestView extends RequestView {
  @Nested(() => RequestCompany) company: RequestCompany;
  @IsNullable() @Nested(() => RequestAssignee) assignee: RequestAssignee | null;
}

export class StaffRequestDetails extends RequestDetails {
  @Nested(() => RequestCompany) company: RequestCompany;
  @IsNullable() @Nested(() => RequestAssignee) assignee: RequestAssignee | null;
}
