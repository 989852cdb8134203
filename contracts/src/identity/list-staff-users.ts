import { IsCursor, IsInt, IsNullable, IsOptional, Max, Min, NestedList, request } from '../kit/index.js';
import { StaffUserView } from './create-staff-user.js';
import { access } from '../access.js';

export class ListStaffUsers {
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class StaffUserList {
  @NestedList(() => StaffUserView, 100) items: StaffUserView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listStaffUsers = request({
  subject: 'rpc.identity.staff-user.list.v1',
  request: ListStaffUsers,
  reply: StaffUserList,
  summary: "The vendor's people and partners, newest first.",
  access: access.staff('platform-admin'),
  idempotent: true,
});
