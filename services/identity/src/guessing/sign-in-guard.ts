import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, DataKey, type Db, type Parameters } from '@tessera/platform';
import type { Config } from '../config.js';
import { addressGroup } from './address-key.js';
import { AttemptWindows, counting, releasing, type Limit } from './attempt-windows.js';
import { waits } from './back-off.js';

/** By what a try counts. */
interface Announced {
  account: Buffer;
  address: Buffer;
}

/** What the statement that counts a try answers. */
export interface Tried {
  /** Those of the address that were not full, in seconds. */
  windows: number[];
  device: Buffer;
  open: boolean;
}

/** One try to sign in, from its announcement to its end. */
export interface Attempt extends Announced {
  device: Buffer;
  /** Too soon, or one too many: the password is not even looked at. */
  locked: boolean;
}

/**
 * Against guessing. Tries are counted before the password is looked at, so that parallel ones count as well. Counted by
 * account and device: failures of strangers do not hold up a browser that the person has used (spec/security.md).
 * Addresses without an account are counted like others, or the difference would tell.
 */
@Injectable()
export class SignInGuard {
  private readonly addressLimits: Limit[];
  private readonly waits: number[];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly dataKey: DataKey,
    private readonly windows: AttemptWindows,
  ) {
    const many = config.SIGN_IN_ADDRESS_FAILURES_10MIN;
    this.addressLimits = [
      { seconds: 10, failures: config.SIGN_IN_ADDRESS_FAILURES_10S, attempts: many },
      { seconds: 600, failures: many, attempts: many },
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
    return `
      counted as (${counting(announced.address, this.addressLimits, p)}),
      admitted as materialized (
        select array(select seconds from counted) as windows,
               coalesce((select d.token_hash from known_device d join user_account u on u.id = d.user_id
                          where d.token_hash = ${p.add(device)} and u.email_key = ${emailKey}), '') as device),
      opened as (
        insert into sign_in_failure as f (account_key, device_key, attempts, failures, last_at, retry_at)
        select ${account}::bytea, device, 1, 0, now(), '-infinity' from admitted
         where cardinality(windows) = ${this.addressLimits.length}
        on conflict (account_key, device_key) do update set attempts = f.attempts + 1, last_at = now()
        where f.retry_at <= now() and f.attempts < ${p.add(this.config.SIGN_IN_MAX_FAILURES)} returning 1),
      tried as (
        select windows, device, exists (select from opened) as open from admitted
         where set_config('synchronous_commit', 'off', true) is not null)`;
  }

  announce(clientAddress: string | null, email: string): Announced {
    return {
      account: this.accountKey(email),
      address: this.windows.key('sign-in', addressGroup(clientAddress)),
    };
  }

  /** @throws Refusal TOO_MANY_REQUESTS when the client's address has failed too often */
  async admit({ account, address }: Announced, { windows, device, open }: Tried): Promise<Attempt> {
    if (!(await this.windows.settle(windows, address, this.addressLimits, this.database)))
      return this.windows.tooMany(address, this.addressLimits, this.database);
    return { account, device, address, locked: !open };
  }

  /** The same statements for every kind of failure. */
  async fail(attempt: Attempt): Promise<void> {
    await this.windows.fail(attempt.address, this.addressLimits, this.database);
    await this.database.query(
      `update sign_in_failure f set failures = f.failures + $3,
         retry_at = case when $3 = 0 then f.retry_at
           else now() + make_interval(secs => ($4::int[])[least(f.failures + 1, $5)]) end
       where account_key = $1 and device_key = $2`,
      [attempt.account, attempt.device, attempt.locked ? 0 : 1, this.waits, this.waits.length],
    );
  }

  /**
   * CTEs that take back what {@link trying} has counted, where `person` has a row: in the same order, so that of two
   * sign-ins of one account only one ever waits for the other.
   */
  succeeding(attempt: Attempt, p: Parameters): string {
    return `
      released as (${releasing(attempt.address, this.addressLimits, p)} and exists (select from person) returning 1),
      forgotten as (
        delete from sign_in_failure using person
         where account_key = ${p.add(attempt.account)} and device_key = ${p.add(attempt.device)}
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
