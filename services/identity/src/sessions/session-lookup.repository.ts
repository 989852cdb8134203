import { Injectable } from '@nestjs/common';
import { Database, sha256 } from '@tessera/platform';
import { PERSON_COLUMNS, PERSON_JOINS, toPerson } from '../users/person.sql.js';
import type { Person } from '../users/person.js';
import { isOf } from './tokens.js';

export interface LiveSession {
  person: Person;
  sessionId: string;
  /** The end of the credential that was presented. */
  endsAt: Date;
  /** Its use was noted more than a minute ago. */
  stale: boolean;
  idleMinutes: number;
}

const SESSION = `
  s.id as "sessionId", s.idle_minutes as "idleMinutes", s.last_seen_at < now() - interval '1 minute' as stale`;
const ALIVE = `s.ended_at is null and s.expires_at > now() and s.idle_until > now()`;
/** One query, over the primary or a unique key each; nothing else stands in the way of a request. */
const BY_SESSION_TOKEN = `
  select ${SESSION}, least(s.expires_at, s.idle_until) as "endsAt", ${PERSON_COLUMNS}
    from session s join user_account u on u.id = s.user_id ${PERSON_JOINS}
   where s.token_hash = $1 and ${ALIVE}`;
const BY_ACCESS_TOKEN = `
  select ${SESSION}, least(t.expires_at, s.expires_at, s.idle_until) as "endsAt", ${PERSON_COLUMNS}
    from access_token t join session s on s.id = t.session_id
    join user_account u on u.id = s.user_id ${PERSON_JOINS}
   where t.token_hash = $1 and t.expires_at > now() and ${ALIVE}`;

/** Sessions by what their people show: a cookie or an access token. */
@Injectable()
export class SessionLookup {
  constructor(private readonly database: Database) {}

  async find(credential: string): Promise<LiveSession | null> {
    const sql = isOf('access', credential) ? BY_ACCESS_TOKEN : BY_SESSION_TOKEN;
    const [row] = await this.database.query<Omit<LiveSession, 'person'>>(sql, [sha256(credential)]);
    if (!row) return null;
    const { sessionId, endsAt, stale, idleMinutes } = row;
    return { person: toPerson(row), sessionId, endsAt, stale, idleMinutes };
  }
}
