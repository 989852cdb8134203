import { Field } from '../kit/index.js';
import { RequestDetails } from './request-details.js';
import { RequestView } from './request-view.js';

export class RequestCompany {
  @Field.id() id: string;
  @Field.line({ max: 200 }) name: string;
}

export class RequestAssignee {
  @Field.id() id: string;
  @Field.line({ max: 201 }) name: string;
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
