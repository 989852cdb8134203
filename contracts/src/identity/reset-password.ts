import { IsLine, IsString, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';

export class ResetPassword {
  @IsLine() @MaxLength(200) token: string;
  @IsString() @MaxLength(1024) password: string;
}

export const resetPassword = request({
  subject: 'rpc.identity.password.reset.v1',
  request: ResetPassword,
  reply: null,
  errors: { LINK_INVALID: 'unprocessable', PASSWORD_POLICY: 'unprocessable' },
  timeout: 10_000,
  summary: 'Uses a mailed link up: sets a new password and ends every session. It signs nobody in.',
  access: access.anybody,
});
