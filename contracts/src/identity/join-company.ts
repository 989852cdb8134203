import { IsLine, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';

export class JoinCompany {
  @IsLine() @MaxLength(200) token: string;
}

export const joinCompany = request({
  subject: 'rpc.identity.invitation.join.v1',
  request: JoinCompany,
  reply: null,
  errors: {
    LINK_INVALID: 'unprocessable',
    INVITATION_CLOSED: 'conflict',
    ALREADY_IN_COMPANY: 'conflict',
    OTHER_ADDRESS: 'forbidden',
  },
  summary:
    'Accepts an invitation with the account of the person who asks; the address must be the invited one.',
  access: access.signedIn,
});
