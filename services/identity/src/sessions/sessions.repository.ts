import { Inject, Injectable } from '@nestjs/common';
import { sessionRevoked } from '@tessera/contracts';
import { CONFIG, Parameters, uuidv7, type Tx } from '@tessera/platform';
import type { Config } from '../config.js';
import { newToken } from './tokens.js';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
}

export interface SessionTokens {
  sessionToken: string;
  accessToken: string;
  refreshToken: string;
}

@Injectable()
export class Sessions {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * CTEs that start a session of the one user in `person`, of which `session_times` is one row, and its tokens.
   * @param privileged staff, owners and administrators have shorter sessions (spec/security.md)
   */
  starting(privileged: boolean, p: Parameters): { sql: string; tokens: SessionTokens } {
    const c = this.config;
    const session = newToken('session');
    const pair = this.pairing('started', p);
    const idle = `${p.add(privileged ? c.PRIVILEGED_SESSION_IDLE_MINUTES : c.SESSION_IDLE_MINUTES)}::int`;
    const most = `${p.add(privileged ? c.PRIVILEGED_SESSION_MINUTES : c.SESSION_MINUTES)}::int`;
    const sql = `
      started as (
        insert into session (id, user_id, token_hash, idle_minutes, idle_until, expires_at, refresh_until)
        select ${p.add(uuidv7())}::uuid, id, ${p.add(session.hash)}::bytea, ${idle}, now() + make_interval(mins => ${idle}),
               now() + make_interval(mins => ${most}), now() + make_interval(mins => ${p.add(c.REFRESH_MINUTES)}::int)
          from person returning id, expires_at, refresh_until),
      ${pair.sql},
      session_times as (
        select s.expires_at as "expiresAt", a.expires_at as "accessExpiresAt" from started s, accessed a)`;
    return { sql, tokens: { sessionToken: session.token, ...pair.tokens } };
  }

  /** For programs: a short-lived access token, and a refresh token that lives while it is used. */
  async pair(sessionId: string, tx: Tx): Promise<TokenPair> {
    const p = new Parameters();
    const { sql, tokens } = this.pairing('one', p);
    const [row] = await tx.query<{ expiresAt: Date }>(
      `with one as (select id, refresh_until from session where id = ${p.add(sessionId)}), ${sql}
       select expires_at as "expiresAt" from accessed`,
      p.values,
    );
    return { ...tokens, expiresAt: row!.expiresAt.toISOString() };
  }

  /** CTEs that give the session in `of` two tokens. */
  private pairing(of: string, p: Parameters) {
    const [access, refresh] = [newToken('access'), newToken('refresh')];
    const sql = `
      refreshed as (
        insert into refresh_token (token_hash, session_id, expires_at)
        select ${p.add(refresh.hash)}::bytea, id,
               least(refresh_until, now() + make_interval(mins => ${p.add(this.config.REFRESH_IDLE_MINUTES)}::int)) from ${of}),
      accessed as (
        insert into access_token (token_hash, session_id, expires_at)
        select ${p.add(access.hash)}::bytea, id, now() + make_interval(secs => ${p.add(this.config.ACCESS_TOKEN_SECONDS)}::int)
          from ${of} returning expires_at)`;
    return { sql, tokens: { accessToken: access.token, refreshToken: refresh.token } };
  }

  /** Ends one session with all its tokens; ending it twice is nothing. */
  async end(userId: string, sessionId: string, tx: Tx, reason?: string): Promise<void> {
    const [ended] = await tx.query<{ version: number }>(
      `update session set ended_at = now(), version = version + 1
        where id = $1 and user_id = $2 and ended_at is null returning version`,
      [sessionId, userId],
    );
    if (!ended) return;
    tx.emit(sessionRevoked, {
      companyId: null,
      userId,
      aggregateId: sessionId,
      version: ended.version,
      data: { userId, sessionId, ...(reason ? { reason } : {}) },
    });
  }

  async endAll(userId: string, userVersion: number, tx: Tx): Promise<void> {
    await tx.query(
      'update session set ended_at = now(), version = version + 1 where user_id = $1 and ended_at is null',
      [userId],
    );
    tx.emit(sessionRevoked, {
      companyId: null,
      userId,
      aggregateId: userId,
      version: userVersion,
      data: { userId, sessionId: null },
    });
  }
}
