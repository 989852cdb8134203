import { event, Field } from '../kit/index.js';

export class InvitationAccepted {
  @Field.id() invitationId: string;
  @Field.id() inviterId: string;
  @Field.id() userId: string;
  @Field.line({ max: 200 }) userName: string;
  @Field.id() companyId: string;
}

export const invitationAccepted = event({
  subject: 'evt.identity.invitation.accepted.v1',
  payload: InvitationAccepted,
  summary: 'An invited person has joined the company.',
  hearers: ['notifications'],
  live: { kind: 'invitation.accepted', to: 'company', right: 'users.invite' },
});
