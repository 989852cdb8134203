import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, DataKey, type Db } from '@tessera/platform';
import type { Config } from '../config.js';
import { addressGroup } from './address-key.js';
import { AttemptWindows, type Limit } from './attempt-windows.js';
import { waits } from './back-off.js';

/** One try to sign in, from its announcement to its end. */
export interface Attempt {
  account: Buffer;
  device: Buffer;
  address: Buffer;
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
   * @returns by what the client's address counts
   * @throws Refusal TOO_MANY_REQUESTS when it has failed too often
   */
  async admit(clientAddress: string | null): Promise<Buffer> {
    const address = this.windows.key('sign-in', addressGroup(clientAddress));
    await this.windows.require(address, this.addressLimits, this.database);
    return address;
  }

  async begin(address: Buffer, email: string, knownDevice: Buffer | null): Promise<Attempt> {
    const account = this.accountKey(email);
    const device = knownDevice ?? Buffer.alloc(0);
    const counted = await this.database.query(
      `insert into sign_in_failure as f (account_key, device_key, attempts, failures, last_at, retry_at)
       values ($1, $2, 1, 0, now(), now())
       on conflict (account_key, device_key) do update set attempts = f.attempts + 1, last_at = now()
       where f.retry_at <= now() and f.attempts < $3 returning 1`,
      [account, device, this.config.SIGN_IN_MAX_FAILURES],
    );
    return { account, device, address, locked: counted.length === 0 };
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

  async succeed(attempt: Attempt, db: Db): Promise<void> {
    await Promise.all([
      db.query('delete from sign_in_failure where account_key = $1 and device_key = $2', [
        attempt.account,
        attempt.device,
      ]),
      this.windows.release(attempt.address, this.addressLimits, db),
    ]);
  }

  /** After a reset by mail, the one way out of a lock for good. */
  async unlock(email: string, db: Db): Promise<void> {
    await db.query('delete from sign_in_failure where account_key = $1', [this.accountKey(email)]);
  }

  private accountKey(email: string): Buffer {
    return this.dataKey.hmac(email.toLowerCase(), 'sign-in-account');
  }
}
