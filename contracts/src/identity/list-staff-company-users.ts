import { Field, request } from '../kit/index.js';
import { access } from './rights.js';
import { customerCareRoles, StaffCompanyUser } from './staff-company-view.js';

export class ListStaffCompanyUsers {
  @Field.id() id: string;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class StaffCompanyUserList {
  @Field.list(() => StaffCompanyUser, { maxItems: 100 }) items: StaffCompanyUser[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listStaffCompanyUsers = request({
  subject: 'rpc.identity.staff-company-user.list.v1',
  request: ListStaffCompanyUsers,
  reply: StaffCompanyUserList,
  summary: 'The people of one customer.',
  access: access.staff(...customerCareRoles),
  idempotent: true,
});
