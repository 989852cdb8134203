import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { StaffMessageList } from './message-view.js';
import { supportRoles } from './vocabulary.js';

export class ListStaffMessages {
  @Field.id({ description: 'The request.' }) id: string;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export const listStaffMessages = request({
  subject: 'rpc.support.staff-message.list.v1',
  request: ListStaffMessages,
  reply: StaffMessageList,
  summary: 'The conversation with the internal notes, the oldest message first.',
  access: access.staff(...supportRoles),
  idempotent: true,
});
