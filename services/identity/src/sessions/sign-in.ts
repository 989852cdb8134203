import { signIn, type SignedIn, type SignIn } from '@tessera/contracts';
import {
  Database,
  Handles,
  refuse,
  sha256,
  Transaction,
  type RequestContext,
  type Tx,
} from '@tessera/platform';
import { SignInGuard, type Attempt } from '../guessing/sign-in-guard.js';
import { Passwords } from '../passwords/passwords.js';
import { emailKeyOrNull } from '../users/email-key.js';
import { PERSON_COLUMNS, PERSON_JOINS, roleOf, toMeView, type Person } from '../users/person.js';
import { KnownDevices } from './known-devices.js';
import { Sessions } from './sessions.repository.js';

interface Account extends Person {
  /** null: not activated. */
  passwordHash: string | null;
  knownDevice: boolean;
}

const ordinary = new Set(['member', 'device_member', 'none']);

/** Unknown, wrong, locked and not activated are one answer, after the same work. */
@Handles(signIn)
export class SignInHandler {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly guard: SignInGuard,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
  ) {}

  async handle(input: SignIn, ctx: RequestContext): Promise<SignedIn> {
    const device = input.knownDevice ? sha256(input.knownDevice) : null;
    const account = await this.account(emailKeyOrNull(input.email) ?? '', device);
    const attempt = await this.guard.begin(
      ctx.clientAddress,
      input.email,
      account?.knownDevice ? device : null,
    );
    const stored = attempt.locked ? null : (account?.passwordHash ?? null);
    const { fits, outdated } = await this.passwords.verify(input.password, stored);
    if (!account || !fits) {
      await this.guard.fail(attempt);
      return refuse('CREDENTIALS_REJECTED');
    }
    const rehashed = outdated ? await this.passwords.hash(input.password) : null;
    return this.transaction.run(ctx, (tx) => this.start(account, attempt, input.knownDevice, rehashed, tx));
  }

  private async account(emailKey: string, device: Buffer | null): Promise<Account | undefined> {
    const [account] = await this.database.query<Account>(
      `select ${PERSON_COLUMNS}, case when u.activated_at is not null then u.password_hash end as "passwordHash",
              exists (select 1 from known_device d where d.token_hash = $2 and d.user_id = u.id) as "knownDevice"
         from user_account u ${PERSON_JOINS} where u.email_key = $1`,
      [emailKey, device],
    );
    return account;
  }

  private async start(
    account: Account,
    attempt: Attempt,
    knownDevice: string | undefined,
    rehashed: string | null,
    tx: Tx,
  ): Promise<SignedIn> {
    // A password that was changed while this one was being verified has ended all sessions; none may begin after.
    const [same] = await tx.query(
      `update user_account set password_hash = coalesce($3, password_hash)
        where id = $1 and password_hash = $2 returning 1`,
      [account.userId, account.passwordHash, rehashed],
    );
    if (!same) refuse('CREDENTIALS_REJECTED');
    await this.guard.succeed(attempt, tx);
    const session = await this.sessions.start(account.userId, !ordinary.has(roleOf(account)), tx);
    const pair = await this.sessions.pair(session.id, tx);
    return {
      sessionToken: session.token,
      refreshToken: pair.refreshToken,
      accessToken: pair.accessToken,
      accessExpiresAt: pair.expiresAt,
      expiresAt: session.expiresAt,
      knownDevice: await this.devices.remember(account.userId, knownDevice, tx),
      user: toMeView(account),
    };
  }
}
