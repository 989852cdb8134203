import { Inject, Injectable } from '@nestjs/common';
import { sessionRevoked, type Role } from '@tessera/contracts';
import {
  CONFIG,
  Database,
  LOGGER,
  Parameters,
  SecurityEvents,
  sha256,
  uuidv7,
  type Tx,
} from '@tessera/platform';
import type { Logger } from 'pino';
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

const ordinary = new Set<Role>(['member', 'device_member', 'none']);

/**
 * A session has two ends: the last that it may see, and one that every use moves on. They hold for all of its credentials:
 * cookie, access tokens, refresh tokens. Staff, partners, owners and administrators have short ones (spec/security.md).
 */
@Injectable()
export class Sessions {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: Database,
    private readonly security: SecurityEvents,
  ) {}

  /** CTEs that start a session of the one user in `person`, of which `session_times` is one row, and its tokens. */
  starting(role: Role, program: boolean, p: Parameters): { id: string; sql: string; tokens: SessionTokens } {
    const id = uuidv7();
    const session = newToken('session');
    const pair = this.pairing('started', p);
    const { idleMinutes, minutes, refreshMinutes } = this.lifetimes(role, program);
    const idle = `${p.add(idleMinutes)}::int`;
    const sql = `
      started as (
        insert into session (id, user_id, token_hash, idle_minutes, idle_until, expires_at, refresh_until)
        select ${p.add(id)}::uuid, id, ${p.add(session.hash)}::bytea, ${idle}, now() + make_interval(mins => ${idle}),
               now() + make_interval(mins => ${p.add(minutes)}::int),
               now() + make_interval(mins => ${p.add(refreshMinutes)}::int)
          from person returning id, expires_at, refresh_until),
      ${pair.sql},
      session_times as (
        select s.expires_at as "expiresAt", a.expires_at as "accessExpiresAt" from started s, accessed a)`;
    return { id, sql, tokens: { sessionToken: session.token, ...pair.tokens } };
  }

  private lifetimes(role: Role, program: boolean) {
    const c = this.config;
    if (!ordinary.has(role)) {
      const minutes = c.PRIVILEGED_SESSION_MINUTES;
      return { idleMinutes: c.PRIVILEGED_SESSION_IDLE_MINUTES, minutes, refreshMinutes: minutes };
    }
    const idleMinutes = program ? c.REFRESH_IDLE_MINUTES : c.SESSION_IDLE_MINUTES;
    const minutes = program ? c.REFRESH_MINUTES : c.SESSION_MINUTES;
    return { idleMinutes, minutes, refreshMinutes: c.REFRESH_MINUTES };
  }

  /** Whether a session was begun with less privileges than its person has by now. */
  outlasts(idleMinutes: number, role: Role): boolean {
    return !ordinary.has(role) && idleMinutes > this.config.PRIVILEGED_SESSION_IDLE_MINUTES;
  }

  /** Gives such a session the times of a privileged one, counted from now. */
  async shorten(sessionId: string): Promise<void> {
    const { PRIVILEGED_SESSION_IDLE_MINUTES: idle, PRIVILEGED_SESSION_MINUTES: most } = this.config;
    await this.database.query(
      `update session set idle_minutes = $2, idle_until = least(idle_until, now() + make_interval(mins => $2)),
         expires_at = least(expires_at, now() + make_interval(mins => $3)),
         refresh_until = least(refresh_until, now() + make_interval(mins => $3)) where id = $1`,
      [sessionId, idle, most],
    );
  }

  /** Nobody waits for it; one that is lost moves the end of an idle session by a minute. */
  noteUse(sessionId: string): void {
    this.database
      .query(
        `update session set last_seen_at = now(), idle_until = now() + make_interval(mins => idle_minutes)
          where id = $1 and ended_at is null`,
        [sessionId],
      )
      .catch((error: unknown) => this.logger.warn({ err: error }, 'the use of a session was not noted'));
  }

  /** For programs: a short-lived access token, and a refresh token that lives while it is used, which this is. */
  async pair(sessionId: string, tx: Tx): Promise<TokenPair> {
    const p = new Parameters();
    const { sql, tokens } = this.pairing('one', p);
    const [row] = await tx.query<{ expiresAt: Date }>(
      `with one as (
         update session set last_seen_at = now(), idle_until = now() + make_interval(mins => idle_minutes)
          where id = ${p.add(sessionId)} returning id, refresh_until), ${sql}
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

  /**
   * Ends one session with all its tokens; ending it twice is nothing.
   * @returns the session's version; null where it had ended already
   */
  async end(userId: string, sessionId: string, tx: Tx, reason?: string): Promise<number | null> {
    const [ended] = await tx.query<{ version: number }>(
      `update session set ended_at = now(), version = version + 1
        where id = $1 and user_id = $2 and ended_at is null returning version`,
      [sessionId, userId],
    );
    if (!ended) return null;
    const facts = { targetId: userId, sessionId, reason: reason ?? 'signed_out' };
    this.security.noteCommitted('session_expired', tx, facts);
    tx.emit(sessionRevoked, {
      companyId: null,
      userId,
      aggregateId: sessionId,
      version: ended.version,
      data: { userId, sessionId, ...(reason ? { reason } : {}) },
    });
    return ended.version;
  }

  /** Of the browser that signs in anew, whoever it was (ASVS 7.2.4). */
  async endReplaced(token: string, tx: Tx): Promise<void> {
    const [found] = await tx.query<{ id: string; userId: string }>(
      `select id, user_id as "userId" from session where token_hash = $1 and ended_at is null`,
      [sha256(token)],
    );
    if (found) await this.end(found.userId, found.id, tx, 'signed_in_anew');
  }

  async endAll(userId: string, userVersion: number, tx: Tx): Promise<void> {
    const ended = await tx.query<{ id: string }>(
      `update session set ended_at = now(), version = version + 1 where user_id = $1 and ended_at is null
       returning id`,
      [userId],
    );
    for (const { id } of ended) {
      const facts = { targetId: userId, sessionId: id, reason: 'password_changed' };
      this.security.noteCommitted('session_expired', tx, facts);
    }
    tx.emit(sessionRevoked, {
      companyId: null,
      userId,
      aggregateId: userId,
      version: userVersion,
      data: { userId, sessionId: null },
    });
  }
}
