import { Inject, Injectable } from '@nestjs/common';
import { addressKey, CONFIG, Database, FailureLimiter, Refusal, type FailureLimit } from '@tessera/platform';
import type { Config } from '../config.js';

/**
 * Limits how many unknown enrollment codes one address may try. A malformed code is not counted, since it cannot be a guess;
 * nor is a success, since a whole office shares one address.
 */
@Injectable()
export class FailedEnrollmentLimiter {
  private readonly limits: FailureLimit[];

  constructor(
    private readonly limiter: FailureLimiter,
    private readonly database: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.limits = [{ seconds: 3_600, failures: config.ENROLLMENT_FAILURES_PER_HOUR }];
  }

  /** Runs a search for a code unless its address has failed too often. @throws Refusal TOO_MANY_REQUESTS */
  guard<T>(clientAddress: string | null, look: () => Promise<T>): Promise<T> {
    const key = this.limiter.key('enrollment', addressKey(clientAddress));
    return this.limiter.guard(key, this.limits, this.database, isGuess, look);
  }
}

const isGuess = (error: unknown): boolean => error instanceof Refusal && error.code === 'CODE_UNKNOWN';
