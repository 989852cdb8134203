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
import type { RefreshToken } from './refresh-token.entity.js';
import { RefreshTokensRepository, type HeldRefreshToken } from './refresh-tokens.repository.js';
import { SessionsRepository } from './sessions.repository.js';

const PURPOSE = 'refresh-successor';

/**
 * Rotation (RFC 9700, 4.14.2). Within the grace time a spent token answers the very successor it had, so that a lost
 * answer or a second tab does no harm and no second branch begins; after that, one of its users is a thief, and the session
 * ends.
 */
@Handles(refreshSession)
export class RefreshSessionHandler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataKey: DataKey,
    private readonly transaction: Transaction,
    private readonly tokens: RefreshTokensRepository,
    private readonly sessions: SessionsRepository,
    private readonly security: SecurityEvents,
  ) {}

  async handle(input: RefreshSession, ctx: RequestContext): Promise<RefreshedSession> {
    const hash = sha256(input.refreshToken);
    // The end of a session must be committed, so the refusal stands outside of the transaction.
    const pair = await this.transaction.run(ctx, (tx) => this.rotate(hash, tx));
    return pair ?? refuse('CREDENTIALS_REJECTED');
  }

  private async rotate(hash: Buffer, tx: Tx): Promise<RefreshedSession | null> {
    const held = await this.tokens.lock(hash, this.config.REFRESH_GRACE_SECONDS, tx);
    if (!held) return null;
    const { token, inGrace } = held;
    if (!token.usedAt) return this.succeed(token, tx);
    if (inGrace && token.successorSealed)
      return JSON.parse(this.dataKey.decrypt(token.successorSealed, PURPOSE).toString()) as RefreshedSession;
    await this.endReused(held, tx);
    return null;
  }

  /** The second user of a token cannot be told from the first: both lose the session, and the person gets a mail. */
  private async endReused({ userId, token: { sessionId } }: HeldRefreshToken, tx: Tx): Promise<void> {
    const version = await this.sessions.end(userId, sessionId, tx, 'token_reused');
    if (version === null) return;
    this.security.noteCommitted('authn_token_reuse', tx, { targetId: userId, sessionId });
    const aggregate = { companyId: null, userId, aggregateId: sessionId, version };
    tx.emit(refreshTokenReused, { ...aggregate, data: { userId, sessionId } });
  }

  private async succeed({ sessionId, tokenHash }: RefreshToken, tx: Tx): Promise<RefreshedSession> {
    const pair = await this.tokens.pair(sessionId, tx);
    await this.tokens.spend(tokenHash, this.dataKey.encrypt(JSON.stringify(pair), PURPOSE), tx);
    return pair;
  }
}
