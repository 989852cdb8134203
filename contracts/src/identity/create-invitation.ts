import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmailAddress,
  IsIn,
  IsOptional,
  request,
} from '../kit/index.js';
import { InvitationView, invitationPurposes, type InvitationPurpose } from './invitation-view.js';
import { access, rights } from '../access.js';

export class CreateInvitation {
  @IsEmailAddress() email: string;
  @IsIn(invitationPurposes) purpose: InvitationPurpose;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsIn(rights, { each: true })
  rights?: (typeof rights)[number][];
}

export const createInvitation = request({
  subject: 'rpc.identity.invitation.create.v1',
  request: CreateInvitation,
  reply: InvitationView,
  errors: { ALREADY_MEMBER: 'conflict', ALREADY_INVITED: 'conflict' },
  summary: 'Invites a person into the company; nobody grants what he lacks.',
  access: access.company('users.invite'),
});
