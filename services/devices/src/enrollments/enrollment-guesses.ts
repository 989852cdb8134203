import { Inject, Injectable } from '@nestjs/common';
import { addressKey, CONFIG, Database, FailureLimiter, Refusal, type FailureLimit } from '@tessera/platform';
import type { Config } from '../config.js';

/**
 * Against guessing enrollment codes. Only a code that nobody has made is a guess: one that is mistyped so that it cannot be
 * a code tells nobody anything. Successes are not counted: a whole office sits behind one address.
 */
@Injectable()
export class EnrollmentGuesses {
  private readonly limits: FailureLimit[];

  constructor(
    private readonly limiter: FailureLimiter,
    private readonly database: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.limits = [{ seconds: 3_600, failures: config.ENROLLMENT_FAILURES_PER_HOUR }];
  }

  /** Runs what looks for a code. @throws Refusal TOO_MANY_REQUESTS */
  counting<T>(clientAddress: string | null, look: () => Promise<T>): Promise<T> {
    const key = this.limiter.key('enrollment', addressKey(clientAddress));
    return this.limiter.guard(key, this.limits, this.database, isGuess, look);
  }
}

const isGuess = (error: unknown): boolean => error instanceof Refusal && error.code === 'CODE_UNKNOWN';
