import { Describe, event, IsUUID } from '../kit/index.js';

export class RefreshTokenReused {
  @IsUUID() userId: string;
  @IsUUID() @Describe('It has ended, with all its tokens.') sessionId: string;
}

export const refreshTokenReused = event({
  subject: 'evt.identity.session.token-reused.v1',
  payload: RefreshTokenReused,
  summary: 'A spent refresh token came back: somebody has a copy, and the session was ended.',
  consumers: ['notifications'],
});
