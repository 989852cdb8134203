import { resolveSession, type ResolvedSession, type ResolveSession } from '@tessera/contracts';
import { Database, Handles, refuse, sha256 } from '@tessera/platform';
import { KeyRing } from '../signing-keys/key-ring.js';
import { PERSON_COLUMNS, PERSON_JOINS, roleOf, toActor, type Person } from '../users/person.js';
import { Sessions } from './sessions.repository.js';
import { isOf } from './tokens.js';

interface Resolved extends Person {
  sessionId: string;
  /** End of what was presented. */
  endsAt: Date;
  /** It is time to note that the session is in use. */
  stale: boolean;
  idleMinutes: number;
}

/** For so long the gateway may go on without asking, in milliseconds; changes reach it earlier, as events. */
const USE_MS = 60_000;

/** What of the session counts for each of its credentials. */
const ofSession = `
  s.id as "sessionId", s.idle_minutes as "idleMinutes", s.last_seen_at < now() - interval '1 minute' as stale`;
const alive = `s.ended_at is null and s.expires_at > now() and s.idle_until > now()`;
/** One query, over the primary or a unique key each; nothing else stands in the way of a request. */
const bySession = `
  select ${ofSession}, least(s.expires_at, s.idle_until) as "endsAt", ${PERSON_COLUMNS}
    from session s join user_account u on u.id = s.user_id ${PERSON_JOINS}
   where s.token_hash = $1 and ${alive}`;
const byAccessToken = `
  select ${ofSession}, least(t.expires_at, s.expires_at, s.idle_until) as "endsAt", ${PERSON_COLUMNS}
    from access_token t join session s on s.id = t.session_id
    join user_account u on u.id = s.user_id ${PERSON_JOINS}
   where t.token_hash = $1 and t.expires_at > now() and ${alive}`;

/** The hot path: every request of a client whose session the gateway does not hold at the moment. */
@Handles(resolveSession)
export class ResolveSessionHandler {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly sessions: Sessions,
  ) {}

  async handle(input: ResolveSession): Promise<ResolvedSession> {
    const found = await this.find(input.credential);
    if (found.stale && input.touch !== false) this.sessions.noteUse(found.sessionId);
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

  private async find(credential: string): Promise<Resolved> {
    const sql = isOf('access', credential) ? byAccessToken : bySession;
    const hash = sha256(credential);
    const [found] = await this.database.query<Resolved>(sql, [hash]);
    if (!found) return refuse('UNAUTHENTICATED');
    // Who became an owner or an administrator meanwhile has a shorter session from now on.
    if (!this.sessions.outlasts(found.idleMinutes, roleOf(found))) return found;
    await this.sessions.shorten(found.sessionId);
    const [again] = await this.database.query<Resolved>(sql, [hash]);
    return again ?? refuse('UNAUTHENTICATED');
  }
}
