import { IsUUID, request } from '../kit/index.js';
import { InvitationView } from './invitation-view.js';
import { access } from '../access.js';

export class ResendInvitation {
  @IsUUID() id: string;
}

export const resendInvitation = request({
  subject: 'rpc.identity.invitation.resend.v1',
  request: ResendInvitation,
  reply: InvitationView,
  errors: { INVITATION_CLOSED: 'conflict' },
  summary: 'Sends an invitation once more, also an expired one, with a new lifetime.',
  access: access.company('users.invite'),
});
