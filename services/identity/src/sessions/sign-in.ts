import { signIn, type SignedIn, type SignIn } from '@tessera/contracts';
import { Database, Handles, Parameters, refuse, sha256, type RequestContext } from '@tessera/platform';
import { SignInGuard, type Attempt, type Tried } from '../guessing/sign-in-guard.js';
import { Passwords } from '../passwords/passwords.js';
import { emailKeyOrNull } from '../users/email-key.js';
import { PERSON_COLUMNS, PERSON_JOINS, roleOf, toMeView, type Person } from '../users/person.js';
import { KnownDevices } from './known-devices.js';
import { Sessions } from './sessions.repository.js';

interface Account extends Person {
  /** null: not activated. */
  passwordHash: string | null;
}

const ordinary = new Set(['member', 'device_member', 'none']);

/**
 * Unknown, wrong, locked and not activated are one answer, after the same work. Before the password and after it there is
 * one statement each: hashing leaves the caches cold, and every further statement cost a sign-in a tenth of a millisecond
 * and more (docs/capacity.md).
 */
@Handles(signIn)
export class SignInHandler {
  constructor(
    private readonly database: Database,
    private readonly guard: SignInGuard,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
  ) {}

  async handle(input: SignIn, ctx: RequestContext): Promise<SignedIn> {
    const { account, attempt } = await this.begin(input, ctx);
    const stored = attempt.locked ? null : (account?.passwordHash ?? null);
    const { fits, outdated } = await this.passwords.verify(input.password, stored);
    if (!account || !fits) {
      await this.guard.fail(attempt);
      return refuse('CREDENTIALS_REJECTED');
    }
    const rehashed = outdated ? await this.passwords.hash(input.password) : null;
    // Nobody waits for it any more: no session that is in no one's hands.
    if (ctx.deadline.expired) refuse('DEADLINE_EXCEEDED');
    return this.start(account, attempt, input.knownDevice, rehashed);
  }

  /** Counts the try, and looks up whose it is. */
  private async begin(
    input: SignIn,
    ctx: RequestContext,
  ): Promise<{ account: Account | null; attempt: Attempt }> {
    const announced = this.guard.announce(ctx.clientAddress, input.email);
    const p = new Parameters();
    const emailKey = p.add(emailKeyOrNull(input.email));
    const device = input.knownDevice ? sha256(input.knownDevice) : null;
    const [row] = await this.database.query<Account & Tried>(
      `with ${this.guard.trying(announced, emailKey, device, p)}
       select ${PERSON_COLUMNS}, case when u.activated_at is not null then u.password_hash end as "passwordHash",
              tried.windows, tried.device, tried.open
         from tried left join user_account u on u.email_key = ${emailKey} ${PERSON_JOINS}`,
      p.values,
    );
    return { account: row!.userId ? row! : null, attempt: await this.guard.admit(announced, row!) };
  }

  private async start(
    account: Account,
    attempt: Attempt,
    browser: string | undefined,
    rehashed: string | null,
  ): Promise<SignedIn> {
    const p = new Parameters();
    const session = this.sessions.starting(!ordinary.has(roleOf(account)), p);
    const device = this.devices.remembering(browser, p);
    // A password that was changed while this one was being verified has ended all sessions; none may begin after.
    const unchanged = `id = ${p.add(account.userId)} and password_hash = ${p.add(account.passwordHash)}`;
    const person = rehashed
      ? `update user_account set password_hash = ${p.add(rehashed)} where ${unchanged} returning id`
      : `select id from user_account where ${unchanged} for share`;
    const [started] = await this.database.query<{ expiresAt: Date; accessExpiresAt: Date; known: boolean }>(
      `with person as (${person}),
       ${session.sql}, ${device.sql}, ${this.guard.succeeding(attempt, p)}
       select session_times.*, exists (select from used) as known from session_times`,
      p.values,
    );
    if (!started) return refuse('CREDENTIALS_REJECTED');
    return {
      ...session.tokens,
      expiresAt: started.expiresAt.toISOString(),
      accessExpiresAt: started.accessExpiresAt.toISOString(),
      knownDevice: started.known ? browser! : device.fresh,
      user: toMeView(account),
    };
  }
}
