import { Describe, IsNullable, IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';
import { StaffRequestView } from './staff-request-view.js';
import { supportRoles } from './vocabulary.js';

export class AssignRequest {
  @IsUUID() @Describe('The request.') id: string;
  @IsNullable()
  @IsUUID()
  @Describe('Who takes it; null puts it back into the queue.')
  userId: string | null;
}

export const assignRequest = request({
  subject: 'rpc.support.request.assign.v1',
  request: AssignRequest,
  reply: StaffRequestView,
  errors: { REQUEST_FINAL: 'conflict', ASSIGNEE_NOT_SUPPORT: 'unprocessable' },
  summary: 'Give a request to one of the support staff.',
  access: access.staff(...supportRoles),
});
