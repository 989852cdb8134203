import { Inject, Injectable } from '@nestjs/common';
import { sessionRevoked } from '@tessera/contracts';
import { Database, LOGGER, repositoryOf, SecurityEvents, sha256, type Tx } from '@tessera/platform';
import type { Logger } from 'pino';
import { IsNull } from 'typeorm';
import { KnownDevice } from './known-device.entity.js';
import { Session } from './session.entity.js';
import type { SessionLifetime } from './session-lifetimes.js';

@Injectable()
export class SessionsRepository {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: Database,
    private readonly security: SecurityEvents,
  ) {}

  /** Ends a session no later than one that begins now with this lifetime. */
  async shorten(sessionId: string, { idleMinutes, sessionMinutes }: SessionLifetime): Promise<void> {
    await this.database.query(
      `update session set idle_minutes = $2, idle_until = least(idle_until, now() + make_interval(mins => $2)),
         expires_at = least(expires_at, now() + make_interval(mins => $3)),
         refresh_until = least(refresh_until, now() + make_interval(mins => $3)) where id = $1`,
      [sessionId, idleMinutes, sessionMinutes],
    );
  }

  /** Without waiting for it; one that is lost moves the end of an idle session by a minute. */
  noteUse(sessionId: string): void {
    this.database
      .query(
        `update session set last_seen_at = now(), idle_until = now() + make_interval(mins => idle_minutes)
          where id = $1 and ended_at is null`,
        [sessionId],
      )
      .catch((error: unknown) => this.logger.warn({ err: error }, 'the use of a session was not noted'));
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

  /** The session of a browser that signs in again, also as another person (ASVS 7.2.4). */
  async endReplaced(token: string, tx: Tx): Promise<void> {
    const found = await repositoryOf(tx, Session).findOneBy({ tokenHash: sha256(token), endedAt: IsNull() });
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

  async forgetDevices(userId: string, tx: Tx): Promise<void> {
    await repositoryOf(tx, KnownDevice).delete({ userId });
  }
}
