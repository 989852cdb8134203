import { Inject, Injectable } from '@nestjs/common';
import type { SignIn } from '@tessera/contracts';
import {
  addressKey,
  CONFIG,
  Database,
  DataKey,
  FailureLimiter,
  refuse,
  sha256,
  type Db,
  type FailureLimit,
  type RequestContext,
} from '@tessera/platform';
import type { Config } from '../config.js';
import type { Account } from '../sessions/account.js';
import { beginSignIn, type CountedAttempt, type NewAttempt } from '../sessions/sign-in.sql.js';
import { emailKeyOrNull } from '../users/email-key.js';
import { AttemptQueues, Blocked } from './attempt-queues.js';
import { waits } from './back-off.js';
import { SignInFailuresRepository } from './sign-in-failures.repository.js';

/** One attempt to sign in, from its admission to its end. */
export interface Attempt {
  accountKey: Buffer;
  /** null: from a known device of the person, whose failures are its own. */
  addressKey: Buffer | null;
  deviceKey: Buffer;
  /** Too soon, or one too many: the password is not even looked at. */
  locked: boolean;
  /** Its outcome is counted. */
  ended: boolean;
}

/**
 * Against guessing. Attempts are counted before the password is looked at, and no more run than may still fail: attempts in
 * parallel get no further than one after the other. An attempt that comes meanwhile waits for their outcome, so that people
 * who sign in at the same time with the right password are all let in. Counted by account and device, and by address:
 * failures of strangers do not hold up a browser that the person has used (spec/security.md). Addresses without an account
 * are counted like others, or the difference would tell.
 */
@Injectable()
export class SignInThrottle {
  private readonly addressLimits: FailureLimit[];
  private readonly waits: number[];
  private readonly queues = new AttemptQueues();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly dataKey: DataKey,
    private readonly addresses: FailureLimiter,
    private readonly failures: SignInFailuresRepository,
  ) {
    this.addressLimits = [
      { seconds: 10, failures: config.SIGN_IN_ADDRESS_FAILURES_10S },
      { seconds: 600, failures: config.SIGN_IN_ADDRESS_FAILURES_10MIN },
    ];
    this.waits = waits(config.SIGN_IN_MAX_FAILURES, config.SIGN_IN_FREE_FAILURES);
  }

  get windowSeconds(): number[] {
    return this.addressLimits.map(({ seconds }) => seconds);
  }

  /**
   * Finds the account and counts an attempt, as soon as no more run than may fail. An attempt that says that it comes from
   * a known device waits in no queue of others.
   * @throws Refusal TOO_MANY_REQUESTS when the client's address has failed too often, or the wait took all the time; known
   *   and unknown accounts are told so alike
   */
  async admit(
    input: SignIn,
    { clientAddress, deadline }: RequestContext,
  ): Promise<{ account: Account | null; attempt: Attempt }> {
    const next: NewAttempt = {
      accountKey: this.accountKey(input.email),
      addressKey: this.addresses.key('sign-in', addressKey(clientAddress)),
      emailKey: emailKeyOrNull(input.email),
      deviceHash: input.knownDevice ? sha256(input.knownDevice) : null,
      windowSeconds: this.windowSeconds,
      windowAttempts: this.addressLimits.map(({ failures }) => failures),
      freeFailures: this.config.SIGN_IN_FREE_FAILURES,
      maxFailures: this.config.SIGN_IN_MAX_FAILURES,
    };
    const queues = input.knownDevice === undefined ? queuesOf({ ...next, deviceKey: NO_DEVICE }) : [];
    return this.queues.run(queues, deadline, async () => {
      const counted = await beginSignIn(next, this.database);
      const attempt = await this.settle(next, counted);
      return attempt instanceof Blocked ? attempt : { account: counted.account, attempt };
    });
  }

  /** @returns what is to be waited for; then nothing is counted */
  private async settle(
    { accountKey, addressKey }: NewAttempt,
    { deviceKey, windows, counted, locked }: CountedAttempt,
  ): Promise<Attempt | Blocked> {
    const address = deviceKey.length ? null : addressKey;
    const limits = this.addressLimits;
    if (address && !(await this.addresses.settle(windows, address, limits, this.database))) {
      const retryAfter = await this.addresses.secondsFull(address, limits, 'failures', this.database);
      return retryAfter ? refuse('TOO_MANY_REQUESTS', { retryAfter }) : new Blocked(queueOf(address));
    }
    if (counted || locked)
      return { accountKey, deviceKey, addressKey: address, locked: !counted, ended: false };
    await this.addresses.release(address, limits, this.database);
    return new Blocked(queueOf(accountKey, deviceKey));
  }

  /** The same statements for every kind of failure. @returns how many there were in a row, and the wait, in seconds */
  async fail(attempt: Attempt): Promise<{ failures: number; wait: number }> {
    attempt.ended = true;
    await this.addresses.fail(attempt.addressKey, this.addressLimits, this.database);
    const failures = await this.failures.add(attempt, attempt.locked, this.waits);
    return { failures, wait: this.waits[Math.min(failures, this.waits.length) - 1] ?? 0 };
  }

  /** The attempt came to no end: the password was not looked at, or the deadline had passed. */
  async withdraw(attempt: Attempt): Promise<void> {
    attempt.ended = true;
    await this.addresses.release(attempt.addressKey, this.addressLimits, this.database);
    if (!attempt.locked) await this.failures.release(attempt);
  }

  /** Lets the attempts go on that wait for this one. */
  leave(attempt: Attempt): void {
    this.queues.notify(queuesOf(attempt));
  }

  /** After a reset by mail, the one way out of a lock for good. */
  async unlock(email: string, db: Db): Promise<void> {
    await this.failures.deleteAll(this.accountKey(email), db);
  }

  private accountKey(email: string): Buffer {
    return this.dataKey.hmac(email.toLowerCase(), 'sign-in-account');
  }
}

const NO_DEVICE = Buffer.alloc(0);
const queueOf = (...keys: Buffer[]): string => keys.map((key) => key.toString('base64')).join(' ');
const queuesOf = ({
  accountKey,
  deviceKey,
  addressKey,
}: Pick<Attempt, 'accountKey' | 'deviceKey' | 'addressKey'>): string[] => [
  queueOf(accountKey, deviceKey),
  ...(addressKey ? [queueOf(addressKey)] : []),
];
