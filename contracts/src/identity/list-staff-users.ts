import { Field, request } from '../kit/index.js';
import { StaffUserView } from './create-staff-user.js';
import { access } from './rights.js';

export class ListStaffUsers {
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class StaffUserList {
  @Field.list(() => StaffUserView, { maxItems: 100 }) items: StaffUserView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listStaffUsers = request({
  subject: 'rpc.identity.staff-user.list.v1',
  request: ListStaffUsers,
  reply: StaffUserList,
  summary: "The vendor's people and partners, newest first.",
  access: access.staff('platform-admin'),
  idempotent: true,
});
