import { Field, request } from '../kit/index.js';
import { access } from './rights.js';

export class ResolveSession {
  @Field.line({ max: 200, description: 'What the cookie or the Authorization header carries.' })
  credential: string;
  @Field.flag({
    optional: true,
    description: 'Whether this counts as use, which puts off the end of an idle session; true if left out.',
  })
  touch?: boolean;
}

export class ResolvedSession {
  @Field.text({ max: 4096, description: 'Signed token for the bus, valid for a few minutes.' })
  actorToken: string;
  @Field.time({ description: 'Until when the gateway may use the token without asking again.' })
  useUntil: string;
  @Field.id() sessionId: string;
  @Field.id() userId: string;
  @Field.id({ nullable: true }) companyId: string | null;
  @Field.line({ max: 30 }) role: string;
  @Field.texts({ max: 40, maxItems: 30 }) rights: string[];
  @Field.language({ nullable: true }) language: string | null;
}

export const resolveSession = request({
  subject: 'rpc.identity.session.resolve.v1',
  request: ResolveSession,
  reply: ResolvedSession,
  summary: 'Turns a session, or an access token of a program, into a token for the bus.',
  access: access.service,
  idempotent: true,
});
