import { Inject } from '@nestjs/common';
import { resolveSession, type ResolvedSession, type ResolveSession } from '@tessera/contracts';
import { Database, Handles, LOGGER, refuse, sha256 } from '@tessera/platform';
import type { Logger } from 'pino';
import { KeyRing } from '../signing-keys/key-ring.js';
import { PERSON_COLUMNS, PERSON_JOINS, toActor, type Person } from '../users/person.js';
import { isOf } from './tokens.js';

interface Resolved extends Person {
  sessionId: string;
  /** End of what was presented. */
  endsAt: Date;
  /** It is time to note that the session is in use. */
  stale: boolean;
}

/** For so long the gateway may go on without asking, in milliseconds; changes reach it earlier, as events. */
const USE_MS = 60_000;

/** One query, over the primary or a unique key each; nothing else stands in the way of a request. */
const bySession = `
  select s.id as "sessionId", least(s.expires_at, s.idle_until) as "endsAt",
         s.last_seen_at < now() - interval '1 minute' as stale, ${PERSON_COLUMNS}
    from session s join user_account u on u.id = s.user_id ${PERSON_JOINS}
   where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and s.idle_until > now()`;
const byAccessToken = `
  select s.id as "sessionId", t.expires_at as "endsAt", false as stale, ${PERSON_COLUMNS}
    from access_token t join session s on s.id = t.session_id
    join user_account u on u.id = s.user_id ${PERSON_JOINS}
   where t.token_hash = $1 and t.expires_at > now() and s.ended_at is null`;

/** The hot path: every request of a client whose session the gateway does not hold at the moment. */
@Handles(resolveSession)
export class ResolveSessionHandler {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: Database,
    private readonly keys: KeyRing,
  ) {}

  async handle(input: ResolveSession): Promise<ResolvedSession> {
    const hash = sha256(input.credential);
    const sql = isOf('access', input.credential) ? byAccessToken : bySession;
    const [found] = await this.database.query<Resolved>(sql, [hash]);
    if (!found) return refuse('UNAUTHENTICATED');
    if (found.stale) this.noteUse(found.sessionId);
    const actor = toActor(found, found.sessionId);
    return {
      actorToken: await this.keys.sign(actor),
      useUntil: new Date(Math.min(Date.now() + USE_MS, found.endsAt.getTime())).toISOString(),
      sessionId: found.sessionId,
      userId: found.userId,
      companyId: found.companyId,
      role: actor.role,
      rights: [...actor.rights],
      language: found.language,
    };
  }

  /** Nobody waits for it; one that is lost moves the end of an idle session by a minute. */
  private noteUse(sessionId: string): void {
    this.database
      .query(
        `update session set last_seen_at = now(), idle_until = now() + make_interval(mins => idle_minutes)
          where id = $1 and ended_at is null`,
        [sessionId],
      )
      .catch((error: unknown) => this.logger.warn({ err: error }, 'the use of a session was not noted'));
  }
}
