import { Inject, Injectable } from '@nestjs/common';
import { sessionRevoked } from '@tessera/contracts';
import { CONFIG, type Tx } from '@tessera/platform';
import type { Config } from '../config.js';
import { newToken } from './tokens.js';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
}

@Injectable()
export class Sessions {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * @param id      for the new one; its tokens may be asked for along with it
   * @param privileged staff, owners and administrators have shorter sessions (spec/security.md)
   */
  async start(
    id: string,
    userId: string,
    privileged: boolean,
    tx: Tx,
  ): Promise<{ token: string; expiresAt: string }> {
    const c = this.config;
    const { token, hash } = newToken('session');
    const [row] = await tx.query<{ expiresAt: Date }>(
      `insert into session (id, user_id, token_hash, idle_minutes, idle_until, expires_at, refresh_until)
       values ($1, $2, $3, $4::int, now() + make_interval(mins => $4::int), now() + make_interval(mins => $5),
         now() + make_interval(mins => $6)) returning expires_at as "expiresAt"`,
      [
        id,
        userId,
        hash,
        privileged ? c.PRIVILEGED_SESSION_IDLE_MINUTES : c.SESSION_IDLE_MINUTES,
        privileged ? c.PRIVILEGED_SESSION_MINUTES : c.SESSION_MINUTES,
        c.REFRESH_MINUTES,
      ],
    );
    return { token, expiresAt: row!.expiresAt.toISOString() };
  }

  /** For programs: a short-lived access token, and a refresh token that lives while it is used. */
  async pair(sessionId: string, tx: Tx): Promise<TokenPair> {
    const access = newToken('access');
    const refresh = newToken('refresh');
    const [[row]] = await Promise.all([
      tx.query<{ expiresAt: Date }>(
        `insert into access_token (token_hash, session_id, expires_at)
         values ($1, $2, now() + make_interval(secs => $3)) returning expires_at as "expiresAt"`,
        [access.hash, sessionId, this.config.ACCESS_TOKEN_SECONDS],
      ),
      tx.query(
        `insert into refresh_token (token_hash, session_id, expires_at)
         select $1, id, least(refresh_until, now() + make_interval(mins => $3)) from session where id = $2`,
        [refresh.hash, sessionId, this.config.REFRESH_IDLE_MINUTES],
      ),
    ]);
    return {
      accessToken: access.token,
      refreshToken: refresh.token,
      expiresAt: row!.expiresAt.toISOString(),
    };
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
