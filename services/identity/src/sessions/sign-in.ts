import { signIn, type SignedIn, type SignIn } from '@tessera/contracts';
import {
  Database,
  Handles,
  refuse,
  sha256,
  Transaction,
  uuidv7,
  type Db,
  type RequestContext,
} from '@tessera/platform';
import { requireUnused } from '../not-supported.js';
import { Passwords } from '../passwords/passwords.js';
import { SignInThrottle, type Attempt } from '../throttling/sign-in-throttle.js';
import { roleOf, toMeView } from '../users/person.js';
import type { Account } from './account.js';
import { SessionLifetimes } from './session-lifetimes.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInLog } from './sign-in-log.js';
import { completeSignIn } from './sign-in.sql.js';
import { newToken } from './tokens.js';

/**
 * Unknown, wrong, locked and not activated are one answer, after the same work. Before the password and after it there is
 * one statement each (sign-in.sql.ts): hashing leaves the caches cold, and every further statement cost a sign-in a tenth
 * of a millisecond and more (P4).
 */
@Handles(signIn)
export class SignInHandler {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly throttle: SignInThrottle,
    private readonly passwords: Passwords,
    private readonly lifetimes: SessionLifetimes,
    private readonly sessions: SessionsRepository,
    private readonly log: SignInLog,
  ) {}

  async handle(input: SignIn, ctx: RequestContext): Promise<SignedIn> {
    requireUnused('otp', input.otp, 'is not asked for: accounts have no second step yet');
    const { account, attempt } = await this.throttle.admit(input, ctx);
    try {
      return await this.decide(input, account, attempt, ctx);
    } catch (error) {
      // A hash that was refused for want of room, or came too late, is no failure of the person's.
      if (!attempt.ended) await this.throttle.withdraw(attempt);
      throw error;
    } finally {
      this.throttle.leave(attempt);
    }
  }

  private async decide(
    input: SignIn,
    account: Account | null,
    attempt: Attempt,
    ctx: RequestContext,
  ): Promise<SignedIn> {
    const stored = attempt.locked ? null : (account?.passwordHash ?? null);
    const { fits, outdated } = await this.passwords.verify(input.password, stored);
    if (!account || !fits) return this.reject(account, attempt, ctx);
    const rehashed = outdated ? await this.passwords.hash(input.password) : null;
    // The client does not wait any more: it would never learn the session's tokens.
    if (ctx.deadline.expired) refuse('DEADLINE_EXCEEDED');
    const { replaces } = input;
    const session = replaces
      ? await this.transaction.run(ctx, async (tx) => {
          const started = await this.start(input, account, attempt, rehashed, tx);
          if (started) await this.sessions.endReplaced(replaces, tx);
          return started;
        })
      : await this.start(input, account, attempt, rehashed, this.database);
    if (!session) return this.reject(account, attempt, ctx);
    attempt.ended = true;
    this.log.succeeded(account, session.sessionId, ctx);
    return session.signedIn;
  }

  private async reject(account: Account | null, attempt: Attempt, ctx: RequestContext): Promise<never> {
    const counted = await this.throttle.fail(attempt);
    this.log.failed(account, attempt, counted, ctx);
    return refuse('CREDENTIALS_REJECTED');
  }

  /** @returns null for a password that was changed while this one was being verified: no session may begin with it */
  private async start(
    input: SignIn,
    account: Account,
    attempt: Attempt,
    rehashed: string | null,
    db: Db,
  ): Promise<{ sessionId: string; signedIn: SignedIn } | null> {
    const sessionId = uuidv7();
    const [session, access] = [newToken('session'), newToken('access')];
    const [refresh, device] = [newToken('refresh'), newToken('device')];
    const { accountKey, deviceKey, addressKey } = attempt;
    const started = await completeSignIn(
      {
        userId: account.userId,
        passwordHash: account.passwordHash!,
        rehashed,
        sessionId,
        sessionTokenHash: session.hash,
        accessTokenHash: access.hash,
        refreshTokenHash: refresh.hash,
        ...this.lifetimes.of(roleOf(account), input.program ?? false),
        ...this.lifetimes.tokens,
        deviceHash: input.knownDevice ? sha256(input.knownDevice) : null,
        newDeviceHash: device.hash,
        accountKey,
        deviceKey,
        addressKey,
        windowSeconds: this.throttle.windowSeconds,
      },
      db,
    );
    if (!started) return null;
    const signedIn = {
      sessionToken: session.token,
      accessToken: access.token,
      refreshToken: refresh.token,
      expiresAt: started.expiresAt.toISOString(),
      accessExpiresAt: started.accessExpiresAt.toISOString(),
      knownDevice: started.knownDevice ? input.knownDevice! : device.token,
      user: toMeView(account),
    };
    return { sessionId, signedIn };
  }
}
