import { signIn, type SignedIn, type SignIn } from '@tessera/contracts';
import {
  Database,
  Handles,
  Parameters,
  refuse,
  sha256,
  Transaction,
  type Db,
  type RequestContext,
} from '@tessera/platform';
import { requireUnused } from '../not-supported.js';
import { SignInGuard, type Announced, type Attempt, type Tried } from '../guessing/sign-in-guard.js';
import { Passwords } from '../passwords/passwords.js';
import { emailKeyOrNull } from '../users/email-key.js';
import { PERSON_COLUMNS, PERSON_JOINS, roleOf, toMeView } from '../users/person.js';
import type { Account } from './account.js';
import { KnownDevices } from './known-devices.js';
import { Sessions } from './sessions.repository.js';
import { SignInLog } from './sign-in-log.js';

/**
 * Unknown, wrong, locked and not activated are one answer, after the same work. Before the password and after it there is
 * one statement each: hashing leaves the caches cold, and every further statement cost a sign-in a tenth of a millisecond
 * and more (docs/capacity.md).
 */
@Handles(signIn)
export class SignInHandler {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly guard: SignInGuard,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly log: SignInLog,
  ) {}

  async handle(input: SignIn, ctx: RequestContext): Promise<SignedIn> {
    requireUnused('otp', input.otp, 'is not asked for: accounts have no second step yet');
    const { account, attempt } = await this.begin(input, ctx);
    try {
      return await this.decide(input, account, attempt, ctx);
    } catch (error) {
      // A hash that was refused for want of room, or came too late, is no failure of the person's.
      if (!attempt.ended) await this.guard.withdraw(attempt);
      throw error;
    } finally {
      this.guard.leave(attempt);
    }
  }

  /** Counts the try, and looks up whose it is. */
  private async begin(
    input: SignIn,
    ctx: RequestContext,
  ): Promise<{ account: Account | null; attempt: Attempt }> {
    const announced = this.guard.announce(ctx.clientAddress, input.email);
    const asKnown = input.knownDevice !== undefined;
    const { row, attempt } = await this.guard.admit(announced, asKnown, ctx.deadline, () =>
      this.tryOnce(announced, input),
    );
    return { account: row.userId ? row : null, attempt };
  }

  private async tryOnce(announced: Announced, input: SignIn): Promise<Account & Tried> {
    const p = new Parameters();
    const emailKey = p.add(emailKeyOrNull(input.email));
    const device = input.knownDevice ? sha256(input.knownDevice) : null;
    const [row] = await this.database.query<Account & Tried>(
      `with ${this.guard.trying(announced, emailKey, device, p)}
       select ${PERSON_COLUMNS}, case when u.activated_at is not null then u.password_hash end as "passwordHash",
              tried.windows, tried.device, tried.open, tried.barred
         from tried left join user_account u on u.email_key = ${emailKey} ${PERSON_JOINS}`,
      p.values,
    );
    return row!;
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
    // Nobody waits for it any more: no session that is in no one's hands.
    if (ctx.deadline.expired) refuse('DEADLINE_EXCEEDED');
    const { replaces } = input;
    const session = replaces
      ? await this.transaction.run(ctx, async (tx) => {
          const begun = await this.start(input, account, attempt, rehashed, tx);
          if (begun) await this.sessions.endReplaced(replaces, tx);
          return begun;
        })
      : await this.start(input, account, attempt, rehashed, this.database);
    if (!session) return this.reject(account, attempt, ctx);
    attempt.ended = true;
    this.log.succeeded(account, session.sessionId, ctx);
    return session.signedIn;
  }

  private async reject(account: Account | null, attempt: Attempt, ctx: RequestContext): Promise<never> {
    const counted = await this.guard.fail(attempt);
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
    const p = new Parameters();
    const session = this.sessions.starting(roleOf(account), input.program ?? false, p);
    const device = this.devices.remembering(input.knownDevice, p);
    const unchanged = `id = ${p.add(account.userId)} and password_hash = ${p.add(account.passwordHash)}`;
    const person = rehashed
      ? `update user_account set password_hash = ${p.add(rehashed)} where ${unchanged} returning id`
      : `select id from user_account where ${unchanged} for share`;
    const [started] = await db.query<{ expiresAt: Date; accessExpiresAt: Date; known: boolean }>(
      `with person as (${person}),
       ${session.sql}, ${device.sql}, ${this.guard.succeeding(attempt, p)}
       select session_times.*, exists (select from used) as known from session_times`,
      p.values,
    );
    if (!started) return null;
    const signedIn = {
      ...session.tokens,
      expiresAt: started.expiresAt.toISOString(),
      accessExpiresAt: started.accessExpiresAt.toISOString(),
      knownDevice: started.known ? input.knownDevice! : device.fresh,
      user: toMeView(account),
    };
    return { sessionId: session.id, signedIn };
  }
}
