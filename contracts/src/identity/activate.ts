import { IsLine, IsString, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';

export class Activate {
  @IsLine() @MaxLength(200) token: string;
  @IsString() @MaxLength(1024) password: string;
}

export const activate = request({
  subject: 'rpc.identity.registration.activate.v1',
  request: Activate,
  reply: null,
  errors: { LINK_INVALID: 'unprocessable', PASSWORD_POLICY: 'unprocessable' },
  summary: 'Uses a mailed link up: sets the password, and claims the license that was given at registration.',
  access: access.anybody,
  timeout: 10_000,
});
