import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';
import { StaffRequestDetails } from './staff-request-view.js';
import { supportRoles } from './vocabulary.js';

export class GetStaffRequest {
  @IsUUID() id: string;
}

export const getStaffRequest = request({
  subject: 'rpc.support.staff-request.get.v1',
  request: GetStaffRequest,
  reply: StaffRequestDetails,
  summary: 'One request of any company.',
  access: access.staff(...supportRoles),
  idempotent: true,
});
