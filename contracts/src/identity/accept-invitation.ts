import { Equals, IsCountry, IsLine, IsName, IsString, MaxLength, request } from '../kit/index.js';
import { MAX_PERSON_NAME } from '../limits.js';
import { access } from '../access.js';

export class AcceptInvitation {
  @IsLine() @MaxLength(200) token: string;
  @IsName() @MaxLength(MAX_PERSON_NAME) firstName: string;
  @IsName() @MaxLength(MAX_PERSON_NAME) lastName: string;
  @IsCountry() country: string;
  @IsString() @MaxLength(1024) password: string;
  @Equals(true) acceptTerms: true;
  @Equals(true) acceptPrivacy: true;
}

export const acceptInvitation = request({
  subject: 'rpc.identity.invitation.accept.v1',
  request: AcceptInvitation,
  reply: null,
  errors: {
    LINK_INVALID: 'unprocessable',
    PASSWORD_POLICY: 'unprocessable',
    INVITATION_CLOSED: 'conflict',
    ACCOUNT_EXISTS: 'conflict',
    ALREADY_IN_COMPANY: 'conflict',
  },
  timeout: 10_000,
  summary: 'Makes an account of an invitation and joins the company.',
  access: access.anybody,
});
