import { event, Field } from '../kit/index.js';

export class SessionRevoked {
  @Field.id() userId: string;
  @Field.id({ nullable: true, description: 'null: all sessions of the person.' }) sessionId: string | null;
  @Field.line({
    max: 40,
    optional: true,
    description: 'Why, e.g. `token_reused`: a spent refresh token came back.',
  })
  reason?: string;
}

export const sessionRevoked = event({
  subject: 'evt.identity.session.revoked.v1',
  payload: SessionRevoked,
  summary: 'A session ended before its time; whoever keeps it drops it.',
  hearers: [],
});
