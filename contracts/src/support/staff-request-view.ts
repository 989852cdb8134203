import { Field } from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_FULL_NAME } from '../limits.js';
import { RequestDetails } from './request-details.js';
import { RequestView } from './request-view.js';

/** Whose the request is: a company, or, in the request of a person who has none, that person. */
export class RequestCompany {
  @Field.id() id: string;
  @Field.line({ max: MAX_COMPANY_NAME }) name: string;
  @Field.flag({ optional: true, description: 'No company: `id` and `name` are the author’s.' })
  personal?: boolean;
}

export class RequestAssignee {
  @Field.id() id: string;
  @Field.line({ max: MAX_FULL_NAME }) name: string;
}

/** A line of the queue. */
export class StaffRequestView extends RequestView {
  @Field.object(() => RequestCompany) company: RequestCompany;
  @Field.object(() => RequestAssignee, { nullable: true }) assignee: RequestAssignee | null;
}

export class StaffRequestDetails extends RequestDetails {
  @Field.object(() => RequestCompany) company: RequestCompany;
  @Field.object(() => RequestAssignee, { nullable: true }) assignee: RequestAssignee | null;
}
