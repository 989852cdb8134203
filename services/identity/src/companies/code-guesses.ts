import { Inject, Injectable } from '@nestjs/common';
import {
  addressKey,
  CONFIG,
  Database,
  Problem,
  Refusal,
  type RequestContext,
  FailureLimiter,
} from '@tessera/platform';
import type { Config } from '../config.js';

const HOUR = 3_600;

/** Whoever has an account could try codes here as at `POST /licenses`: as many wrong ones, and no more. */
@Injectable()
export class CodeGuesses {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly windows: FailureLimiter,
    private readonly database: Database,
  ) {}

  /** @throws Refusal TOO_MANY_REQUESTS */
  counting<T>(ctx: RequestContext, work: () => Promise<T>): Promise<T> {
    const account = this.windows.key('code-of-account', ctx.userId);
    const address = this.windows.key('code-of-address', addressKey(ctx.clientAddress));
    return this.within(account, this.config.CODE_FAILURES_PER_ACCOUNT, () =>
      this.within(address, this.config.CODE_FAILURES_PER_ADDRESS, work),
    );
  }

  private within<T>(key: Buffer, failures: number, work: () => Promise<T>): Promise<T> {
    const limits = [{ seconds: HOUR, failures }];
    return this.windows.guard(key, limits, this.database, isGuess, work);
  }
}

const isGuess = (error: unknown): boolean =>
  (error instanceof Refusal || error instanceof Problem) && error.code === 'CODE_UNKNOWN';
