import { Describe, IsInstant, IsLine, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';

export class RefreshSession {
  @IsLine() @MaxLength(200) refreshToken: string;
}

export class RefreshedSession {
  @IsLine() @MaxLength(200) accessToken: string;
  @IsLine() @MaxLength(200) @Describe('The old one is spent.') refreshToken: string;
  @IsInstant() @Describe('End of the access token.') expiresAt: string;
}

export const refreshSession = request({
  subject: 'rpc.identity.session.refresh.v1',
  request: RefreshSession,
  reply: RefreshedSession,
  errors: { CREDENTIALS_REJECTED: 'unauthenticated' },
  summary: 'Turns a refresh token into a new pair; using a spent one ends the session.',
  access: access.anybody,
});
