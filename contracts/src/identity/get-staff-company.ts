import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';
import { customerCareRoles, StaffCompanyDetails } from './staff-company-view.js';

export class GetStaffCompany {
  @IsUUID() id: string;
}

export const getStaffCompany = request({
  subject: 'rpc.identity.staff-company.get.v1',
  request: GetStaffCompany,
  reply: StaffCompanyDetails,
  summary: 'One customer.',
  access: access.staff(...customerCareRoles),
  idempotent: true,
});
