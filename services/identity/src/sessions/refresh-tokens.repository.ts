import { Injectable } from '@nestjs/common';
import { columns, hydrate, type Tx } from '@tessera/platform';
import { RefreshToken } from './refresh-token.entity.js';
import { SessionLifetimes } from './session-lifetimes.js';
import { newToken } from './tokens.js';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
}

/** A token of a session that is alive. */
export interface HeldRefreshToken {
  token: RefreshToken;
  userId: string;
  /** It was used, but so lately that the answer may have been lost. */
  inGrace: boolean;
}

@Injectable()
export class RefreshTokensRepository {
  constructor(private readonly lifetimes: SessionLifetimes) {}

  /** Holds a token until the transaction ends. @returns null for one that is unknown, or whose session is over */
  async lock(hash: Buffer, graceSeconds: number, tx: Tx): Promise<HeldRefreshToken | null> {
    const [row] = await tx.query<Omit<HeldRefreshToken, 'token'>>(
      `select ${columns(RefreshToken, 'r')}, s.user_id as "userId",
              coalesce(r.used_at > now() - make_interval(secs => $2), false) as "inGrace"
         from refresh_token r join session s on s.id = r.session_id
        where r.token_hash = $1 and r.expires_at > now() and s.ended_at is null
          and s.expires_at > now() and s.idle_until > now() for update of r`,
      [hash, graceSeconds],
    );
    return row ? { token: hydrate(RefreshToken, row), userId: row.userId, inGrace: row.inGrace } : null;
  }

  /** For programs: a short-lived access token, and a refresh token that lives while it is used, which this is. */
  async pair(sessionId: string, tx: Tx): Promise<TokenPair> {
    const [access, refresh] = [newToken('access'), newToken('refresh')];
    const { refreshIdleMinutes, accessTokenSeconds } = this.lifetimes.tokens;
    const [row] = await tx.query<{ expiresAt: Date }>(
      `with used as (
         update session set last_seen_at = now(), idle_until = now() + make_interval(mins => idle_minutes)
          where id = $1 returning id, refresh_until
       ), refresh as (
         insert into refresh_token (token_hash, session_id, expires_at)
         select $2::bytea, id, least(refresh_until, now() + make_interval(mins => $3::int)) from used
       )
       insert into access_token (token_hash, session_id, expires_at)
       select $4::bytea, id, now() + make_interval(secs => $5::int) from used returning expires_at as "expiresAt"`,
      [sessionId, refresh.hash, refreshIdleMinutes, access.hash, accessTokenSeconds],
    );
    const expiresAt = row!.expiresAt.toISOString();
    return { accessToken: access.token, refreshToken: refresh.token, expiresAt };
  }

  async spend(hash: Buffer, successorSealed: Buffer, tx: Tx): Promise<void> {
    await tx.query(
      // clock_timestamp(): a transaction that waits for this row reads a now() that is older than the commit.
      'update refresh_token set used_at = clock_timestamp(), successor_sealed = $2 where token_hash = $1',
      [hash, successorSealed],
    );
  }
}
