import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class CancelInvitation {
  @IsUUID() id: string;
}

export const cancelInvitation = request({
  subject: 'rpc.identity.invitation.cancel.v1',
  request: CancelInvitation,
  reply: null,
  errors: { INVITATION_CLOSED: 'conflict' },
  summary: 'Withdraws an invitation; its link is worth nothing from now on.',
  access: access.company('users.invite'),
});
