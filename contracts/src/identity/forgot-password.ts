import { Empty } from '../empty.js';
import { IsEmailAddress, request } from '../kit/index.js';
import { access } from '../access.js';

export class ForgotPassword {
  @IsEmailAddress() email: string;
}

export const forgotPassword = request({
  subject: 'rpc.identity.password.forgot.v1',
  request: ForgotPassword,
  reply: Empty,
  summary: 'Mails a link for a new password, if the address is known; the answer never tells.',
  access: access.anybody,
});
