import { Describe, event, IsLine, IsNullable, IsOptional, IsUUID, MaxLength } from '../kit/index.js';

export class SessionRevoked {
  @IsUUID() userId: string;
  @IsNullable() @IsUUID() @Describe('null: all sessions of the person.') sessionId: string | null;
  @IsOptional()
  @IsLine()
  @MaxLength(40)
  @Describe('Why, e.g. `token_reused`: a spent refresh token came back.')
  reason?: string;
}

export const sessionRevoked = event({
  subject: 'evt.identity.session.revoked.v1',
  payload: SessionRevoked,
  summary: 'A session ended before its time; whoever keeps it drops it.',
  consumers: [],
});
