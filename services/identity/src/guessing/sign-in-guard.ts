import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  Database,
  DataKey,
  refuse,
  type Db,
  type Deadline,
  type Parameters,
  addressKey,
  FailureLimiter,
  countingAttempt,
  releasingAttempt,
  type FailureLimit,
} from '@tessera/platform';
import type { Config } from '../config.js';
import { waits } from './back-off.js';
import { Crowded, Turns } from './turns.js';

/** By what a try counts. */
export interface Announced {
  account: Buffer;
  address: Buffer;
}

/** What the statement that counts a try answers. */
export interface Tried {
  /** Those of the address that were not full, in seconds. */
  windows: number[];
  device: Buffer;
  open: boolean;
  barred: boolean;
}

/** One try to sign in, from its announcement to its end. */
export interface Attempt {
  account: Buffer;
  /** null: from a browser that the person has used, whose failures are its own. */
  address: Buffer | null;
  device: Buffer;
  /** Too soon, or one too many: the password is not even looked at. */
  locked: boolean;
  /** Its outcome is counted. */
  ended: boolean;
}

/** An instance that died has left its tries behind: what is under way for longer than this, in seconds, has failed. */
const GIVEN_UP = 30;
const STALE = `f.last_at < now() - interval '${GIVEN_UP} seconds'`;

/**
 * Against guessing. Tries are counted before the password is looked at, and no more are under way than may still fail:
 * in parallel nobody tries more than one after the other. Who comes meanwhile waits for their outcome, so that people
 * who sign in at the same time with the right password are all let in. Counted by account and device, and by address:
 * failures of strangers do not hold up a browser that the person has used (spec/security.md). Addresses without an account
 * are counted like others, or the difference would tell.
 */
@Injectable()
export class SignInGuard {
  private readonly addressLimits: FailureLimit[];
  private readonly waits: number[];
  private readonly turns = new Turns();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly dataKey: DataKey,
    private readonly windows: FailureLimiter,
  ) {
    this.addressLimits = [
      { seconds: 10, failures: config.SIGN_IN_ADDRESS_FAILURES_10S },
      { seconds: 600, failures: config.SIGN_IN_ADDRESS_FAILURES_10MIN },
    ];
    this.waits = waits(config.SIGN_IN_MAX_FAILURES, config.SIGN_IN_FREE_FAILURES);
  }

  /**
   * The part of a statement that counts one more try, of the address and of the account. With the first one of an account
   * no time begins that another, which came a moment before and was overtaken, would have to wait for. The commit does not
   * wait for the disk, which every sign-in would pay for: a database that crashes may forget the tries of its last half
   * second. A failure is written by {@link fail}, which does wait.
   * @param device of the browser it comes from; it counts if the account's person has used it
   * @returns CTEs of which `tried` is one row, for {@link admit}
   */
  trying(announced: Announced, emailKey: string, device: Buffer | null, p: Parameters): string {
    const account = p.add(announced.account);
    const free = p.add(this.config.SIGN_IN_FREE_FAILURES);
    const most = p.add(this.config.SIGN_IN_MAX_FAILURES);
    return `
      known as materialized (
        select coalesce((select d.token_hash from known_device d join user_account u on u.id = d.user_id
                          where d.token_hash = ${p.add(device)} and u.email_key = ${emailKey}), '') as device),
      counted as (${countingAttempt(announced.address, this.addressLimits, p, `join known on known.device = ''`)}),
      admitted as materialized (
        select array(select seconds from counted) as windows, device from known),
      opened as (
        insert into sign_in_failure as f (account_key, device_key, attempts, failures, last_at, retry_at)
        select ${account}::bytea, device, 1, 0, now(), '-infinity' from admitted
         where device <> '' or cardinality(windows) = ${this.addressLimits.length}
        on conflict (account_key, device_key) do update set attempts = f.attempts + 1, last_at = now(),
          failures = case when ${STALE} then f.attempts else f.failures end
        where f.retry_at <= now() and f.attempts < ${most}
          and (f.attempts - f.failures < greatest(${free}::int - f.failures, 1) or ${STALE}) returning 1),
      tried as (
        select windows, device, exists (select from opened) as open,
               exists (select from sign_in_failure f where f.account_key = ${account} and f.device_key = device
                 and (f.retry_at > now() or f.attempts >= ${most} and (f.failures >= ${most} or ${STALE}))) as barred
          from admitted where set_config('synchronous_commit', 'off', true) is not null)`;
  }

  announce(clientAddress: string | null, email: string): Announced {
    return {
      account: this.accountKey(email),
      address: this.windows.key('sign-in', addressKey(clientAddress)),
    };
  }

  /**
   * Counts a try as soon as no more are under way than may fail.
   * @param asKnown it says that it comes from a browser that the person has used: that waits for no queue of others
   * @param attempt the statement with {@link trying}
   * @throws Refusal TOO_MANY_REQUESTS when the client's address has failed too often, or others took all the time; known
   *   and unknown accounts are told so alike
   */
  async admit<T>(
    announced: Announced,
    asKnown: boolean,
    deadline: Deadline,
    attempt: () => Promise<T & Tried>,
  ): Promise<{ row: T; attempt: Attempt }> {
    return this.turns.through(
      asKnown ? [] : keysOf({ ...announced, device: NO_DEVICE }),
      deadline,
      async () => {
        const row = await attempt();
        const counted = await this.counted(announced, row);
        return counted instanceof Crowded ? counted : { row, attempt: counted };
      },
    );
  }

  /** @returns who is to be waited for; then nothing is counted */
  private async counted(announced: Announced, tried: Tried): Promise<Attempt | Crowded> {
    const { windows, device, open, barred } = tried;
    const address = device.length ? null : announced.address;
    const limits = this.addressLimits;
    if (address && !(await this.windows.settle(windows, address, limits, this.database))) {
      const retryAfter = await this.windows.secondsFull(address, limits, 'failures', this.database);
      return retryAfter ? refuse('TOO_MANY_REQUESTS', { retryAfter }) : new Crowded(keyOf(address));
    }
    if (open || barred) return { account: announced.account, device, address, locked: !open, ended: false };
    await this.windows.release(address, limits, this.database);
    return new Crowded(keyOf(announced.account, device));
  }

  /** The same statements for every kind of failure. @returns how many there were in a row, and the wait, in seconds */
  async fail(attempt: Attempt): Promise<{ failures: number; wait: number }> {
    attempt.ended = true;
    await this.windows.fail(attempt.address, this.addressLimits, this.database);
    const [row] = await this.database.query<{ failures: number }>(
      `update sign_in_failure f set failures = f.failures + $3, attempts = greatest(f.attempts, f.failures + $3),
         retry_at = case when $3 = 0 then f.retry_at
           else now() + make_interval(secs => ($4::int[])[least(f.failures + 1, $5)]) end
       where account_key = $1 and device_key = $2 returning failures`,
      [attempt.account, attempt.device, attempt.locked ? 0 : 1, this.waits, this.waits.length],
    );
    const failures = row?.failures ?? 0;
    return { failures, wait: this.waits[Math.min(failures, this.waits.length) - 1] ?? 0 };
  }

  /** It came to no end: the password was not looked at, or nobody waited for the answer. */
  async withdraw(attempt: Attempt): Promise<void> {
    attempt.ended = true;
    await this.windows.release(attempt.address, this.addressLimits, this.database);
    if (attempt.locked) return;
    await this.database.query(
      `update sign_in_failure set attempts = greatest(attempts - 1, failures)
        where account_key = $1 and device_key = $2`,
      [attempt.account, attempt.device],
    );
  }

  /** Lets others go on that wait for it. */
  leave(attempt: Attempt): void {
    this.turns.ended(keysOf(attempt));
  }

  /**
   * CTEs that take back what {@link trying} has counted, and the failures before it, where `person` has a row: in the same
   * order, so that of two sign-ins of one account only one ever waits for the other. Others may be under way: they stay.
   */
  succeeding(attempt: Attempt, p: Parameters): string {
    return `
      released as (${releasingAttempt(attempt.address, this.addressLimits, p)} and exists (select from person) returning 1),
      forgotten as (
        update sign_in_failure f set attempts = greatest(f.attempts - f.failures - 1, 0), failures = 0,
               retry_at = '-infinity'
          from person where account_key = ${p.add(attempt.account)} and device_key = ${p.add(attempt.device)}
           and (select count(*) from released) >= 0)`;
  }

  /** After a reset by mail, the one way out of a lock for good. */
  async unlock(email: string, db: Db): Promise<void> {
    await db.query('delete from sign_in_failure where account_key = $1', [this.accountKey(email)]);
  }

  private accountKey(email: string): Buffer {
    return this.dataKey.hmac(email.toLowerCase(), 'sign-in-account');
  }
}

const NO_DEVICE = Buffer.alloc(0);
const keyOf = (...parts: Buffer[]): string => parts.map((part) => part.toString('base64')).join(' ');
const keysOf = ({ account, device, address }: Pick<Attempt, 'account' | 'device' | 'address'>): string[] => [
  keyOf(account, device),
  ...(address ? [keyOf(address)] : []),
];
