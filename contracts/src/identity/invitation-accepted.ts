import { event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class InvitationAccepted {
  @IsUUID() invitationId: string;
  @IsUUID() inviterId: string;
  @IsUUID() userId: string;
  @IsLine() @MaxLength(200) userName: string;
  @IsUUID() companyId: string;
}

export const invitationAccepted = event({
  subject: 'evt.identity.invitation.accepted.v1',
  payload: InvitationAccepted,
  summary: 'An invited person has joined the company.',
  consumers: ['notifications'],
  live: {
    kind: 'invitation.accepted',
    to: 'company',
    right: 'users.invite',
    ids: ['invitationId', 'inviterId', 'userId', 'companyId'],
  },
});
