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

const WINDOW_SECONDS = 3_600;

/** Codes can be tried with an account here as at `POST /licenses`: the limits on wrong ones are the same. */
@Injectable()
export class FailedCodeLimiter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly limiter: FailureLimiter,
    private readonly database: Database,
  ) {}

  /** @throws Refusal TOO_MANY_REQUESTS */
  guard<T>(ctx: RequestContext, attempt: () => Promise<T>): Promise<T> {
    const account = this.limiter.key('code-of-account', ctx.userId);
    const address = this.limiter.key('code-of-address', addressKey(ctx.clientAddress));
    return this.within(account, this.config.CODE_FAILURES_PER_ACCOUNT, () =>
      this.within(address, this.config.CODE_FAILURES_PER_ADDRESS, attempt),
    );
  }

  private within<T>(key: Buffer, failures: number, attempt: () => Promise<T>): Promise<T> {
    const limits = [{ seconds: WINDOW_SECONDS, failures }];
    return this.limiter.guard(key, limits, this.database, isWrongCode, attempt);
  }
}

const isWrongCode = (error: unknown): boolean =>
  (error instanceof Refusal || error instanceof Problem) && error.code === 'CODE_UNKNOWN';
