import { IsCursor, IsInt, IsNullable, IsOptional, Max, Min, NestedList, request } from '../kit/index.js';
import { InvitationView } from './invitation-view.js';
import { access } from '../access.js';

export class ListInvitations {
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class InvitationList {
  @NestedList(() => InvitationView, 100) items: InvitationView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listInvitations = request({
  subject: 'rpc.identity.invitation.list.v1',
  request: ListInvitations,
  reply: InvitationList,
  summary: 'Invitations of the company, newest first.',
  access: access.company('users.invite'),
  idempotent: true,
});
