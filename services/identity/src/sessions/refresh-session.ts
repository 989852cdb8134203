import { Inject } from '@nestjs/common';
import {
  refreshSession,
  refreshTokenReused,
  type RefreshedSession,
  type RefreshSession,
} from '@tessera/contracts';
import {
  CONFIG,
  DataKey,
  Handles,
  refuse,
  SecurityEvents,
  sha256,
  Transaction,
  type RequestContext,
  type Tx,
} from '@tessera/platform';
import type { Config } from '../config.js';
import { Sessions } from './sessions.repository.js';

interface Spent {
  sessionId: string;
  userId: string;
  usedAt: Date | null;
  inGrace: boolean;
  successor: Buffer | null;
}

const PURPOSE = 'refresh-successor';

/**
 * Rotation (RFC 9700, 4.14.2). Within the grace time a spent token answers the very successor it had, so that a lost
 * answer or a second tab does no harm and no second branch begins; after that, whoever uses it has stolen it, or was
 * stolen from, and the session ends.
 */
@Handles(refreshSession)
export class RefreshSessionHandler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataKey: DataKey,
    private readonly transaction: Transaction,
    private readonly sessions: Sessions,
    private readonly security: SecurityEvents,
  ) {}

  async handle(input: RefreshSession, ctx: RequestContext): Promise<RefreshedSession> {
    const hash = sha256(input.refreshToken);
    // The end of a session must be committed, so the refusal stands outside of the transaction.
    const pair = await this.transaction.run(ctx, (tx) => this.rotate(hash, tx));
    return pair ?? refuse('CREDENTIALS_REJECTED');
  }

  private async rotate(hash: Buffer, tx: Tx): Promise<RefreshedSession | null> {
    const [token] = await tx.query<Spent>(
      `select r.session_id as "sessionId", s.user_id as "userId", r.used_at as "usedAt",
              coalesce(r.used_at > now() - make_interval(secs => $2), false) as "inGrace",
              r.successor_sealed as successor
         from refresh_token r join session s on s.id = r.session_id
        where r.token_hash = $1 and r.expires_at > now() and s.ended_at is null
          and s.expires_at > now() and s.idle_until > now() for update of r`,
      [hash, this.config.REFRESH_GRACE_SECONDS],
    );
    if (!token) return null;
    if (!token.usedAt) return this.succeed(hash, token.sessionId, tx);
    if (token.inGrace && token.successor) {
      return JSON.parse(this.dataKey.decrypt(token.successor, PURPOSE).toString()) as RefreshedSession;
    }
    await this.stolen(token, tx);
    return null;
  }

  /** Whoever of the two comes second cannot be told from the other: both lose the session, and the person is told. */
  private async stolen({ userId, sessionId }: Spent, tx: Tx): Promise<void> {
    const version = await this.sessions.end(userId, sessionId, tx, 'token_reused');
    if (version === null) return;
    this.security.noteCommitted('authn_token_reuse', tx, { targetId: userId, sessionId });
    const aggregate = { companyId: null, userId, aggregateId: sessionId, version };
    tx.emit(refreshTokenReused, { ...aggregate, data: { userId, sessionId } });
  }

  private async succeed(hash: Buffer, sessionId: string, tx: Tx): Promise<RefreshedSession> {
    const pair = await this.sessions.pair(sessionId, tx);
    await tx.query(
      // clock_timestamp(): those who wait for this row read a now() that is older than the commit.
      'update refresh_token set used_at = clock_timestamp(), successor_sealed = $2 where token_hash = $1',
      [hash, this.dataKey.encrypt(JSON.stringify(pair), PURPOSE)],
    );
    return pair;
  }
}
