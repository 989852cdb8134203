import { Describe, IsCursor, IsInt, IsOptional, IsUUID, Max, Min, request } from '../kit/index.js';
import { access } from '../access.js';
import { StaffMessageList } from './message-view.js';
import { supportRoles } from './vocabulary.js';

export class ListStaffMessages {
  @IsUUID() @Describe('The request.') id: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export const listStaffMessages = request({
  subject: 'rpc.support.staff-message.list.v1',
  request: ListStaffMessages,
  reply: StaffMessageList,
  summary: 'The conversation with the internal notes, the oldest message first.',
  access: access.staff(...supportRoles),
  idempotent: true,
});
