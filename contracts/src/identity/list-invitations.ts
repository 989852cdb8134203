import { Field, request } from '../kit/index.js';
import { InvitationView } from './invitation-view.js';
import { access } from './rights.js';

export class ListInvitations {
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class InvitationList {
  @Field.list(() => InvitationView, { maxItems: 100 }) items: InvitationView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listInvitations = request({
  subject: 'rpc.identity.invitation.list.v1',
  request: ListInvitations,
  reply: InvitationList,
  summary: 'Invitations of the company, newest first.',
  access: access.company('users.invite'),
  idempotent: true,
});
