import {
  IsCursor,
  IsInt,
  IsNullable,
  IsOptional,
  IsUUID,
  Max,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { customerCareRoles, StaffCompanyUser } from './staff-company-view.js';

export class ListStaffCompanyUsers {
  @IsUUID() id: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class StaffCompanyUserList {
  @NestedList(() => StaffCompanyUser, 100) items: StaffCompanyUser[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listStaffCompanyUsers = request({
  subject: 'rpc.identity.staff-company-user.list.v1',
  request: ListStaffCompanyUsers,
  reply: StaffCompanyUserList,
  summary: 'The people of one customer.',
  access: access.staff(...customerCareRoles),
  idempotent: true,
});
