import { signIn, type SignedIn, type SignIn } from '@tessera/contracts';
import {
  Database,
  Handles,
  refuse,
  sha256,
  Transaction,
  uuidv7,
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
    const [account, address] = await Promise.all([
      this.account(emailKeyOrNull(input.email) ?? '', device),
      this.guard.admit(ctx.clientAddress),
    ]);
    const attempt = await this.guard.begin(address, input.email, account?.knownDevice ? device : null);
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
    const id = uuidv7();
    // None needs another one's answer, so they share a round trip; in this order, on the one connection.
    const [[same], session, pair, device] = await Promise.all([
      // A password that was changed while this one was being verified has ended all sessions; none may begin after.
      tx.query(
        `update user_account set password_hash = coalesce($3, password_hash)
          where id = $1 and password_hash = $2 returning 1`,
        [account.userId, account.passwordHash, rehashed],
      ),
      this.sessions.start(id, account.userId, !ordinary.has(roleOf(account)), tx),
      this.sessions.pair(id, tx),
      this.devices.remember(account.userId, knownDevice, tx),
      this.guard.succeed(attempt, tx),
    ]);
    if (!same) refuse('CREDENTIALS_REJECTED');
    return {
      sessionToken: session.token,
      refreshToken: pair.refreshToken,
      accessToken: pair.accessToken,
      accessExpiresAt: pair.expiresAt,
      expiresAt: session.expiresAt,
      knownDevice: device,
      user: toMeView(account),
    };
  }
}
