import { Inject, Injectable } from '@nestjs/common';
import {
  addressKey,
  CONFIG,
  Database,
  DataKey,
  Refusal,
  RequestContext,
  Transaction,
  type Db,
} from '@tessera/platform';
import type { Config } from '../config.js';
import { CodeFailuresRepository, type FailureCounter } from './code-failures.repository.js';

/** The only answer that helps to guess: a blocked or an expired code is a right one, a malformed one tells nothing (spec/security.md). */
const WRONG_CODE = 'CODE_UNKNOWN';
/** Of the transaction that counts a failure. */
const COUNT_TIMEOUT_MS = 5_000;

/**
 * Limits wrong codes per hour, by network and by account (spec/security.md). Successes do not count: a whole office
 * sits behind one address. Over the limit a right code is refused as well, or guessing could go on.
 *
 * Platform's FailureLimiter counts every attempt before it is made, by a write to the row of the network, where the
 * activations of an office would queue (P2). Here a valid code writes nothing; a wrong one is counted, under a lock,
 * before it is answered as wrong, so that concurrent attempts learn no more than the limit either.
 */
@Injectable()
export class FailedCodeLimiter {
  constructor(
    private readonly failures: CodeFailuresRepository,
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly dataKey: DataKey,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Runs work that looks at a code, and counts its failure. @throws Refusal TOO_MANY_REQUESTS */
  async guard<T>(ctx: RequestContext, work: () => Promise<T>): Promise<T> {
    return this.guardBatched(ctx, async (counters) => {
      await this.requireBelowLimit(counters, this.database);
      return work();
    });
  }

  /** The same for work that checks the counters itself, in the round trip of its first statement. */
  async guardBatched<T>(ctx: RequestContext, work: (counters: FailureCounter[]) => Promise<T>): Promise<T> {
    const counters = this.countersOf(ctx);
    try {
      return await work(counters);
    } catch (error) {
      if (error instanceof Refusal && error.code === WRONG_CODE) await this.count(counters, ctx);
      throw error;
    }
  }

  /** Checks the counters of several requests at once. @returns the refusal of each, or null while it is below its limits */
  async refusals(requests: readonly FailureCounter[][], db: Db): Promise<(Refusal | null)[]> {
    const counters = new Map(requests.flat().map((counter) => [nameOf(counter), counter]));
    const seconds = await this.failures.secondsFull([...counters.values()], db);
    const secondsOf = new Map([...counters.keys()].map((name, at) => [name, seconds[at]!]));
    return requests.map((own) => {
      const retryAfter = Math.max(...own.map((counter) => secondsOf.get(nameOf(counter))!));
      return retryAfter ? new Refusal('TOO_MANY_REQUESTS', { retryAfter }) : null;
    });
  }

  private countersOf(ctx: RequestContext): FailureCounter[] {
    const network = {
      key: `network:${addressKey(ctx.clientAddress)}`,
      limit: this.config.CODE_FAILURES_PER_ADDRESS,
    };
    const account = { key: `account:${ctx.actor?.userId}`, limit: this.config.CODE_FAILURES_PER_ACCOUNT };
    return (ctx.actor ? [network, account] : [network]).map(({ key, limit }) => ({
      key: this.dataKey.hmac(key, 'code-failure'),
      limit,
    }));
  }

  private async requireBelowLimit(counters: FailureCounter[], db: Db): Promise<void> {
    const [refusal] = await this.refusals([counters], db);
    if (refusal) throw refusal;
  }

  /** In a transaction of its own, since that of the work is rolled back; and without its idempotency key. */
  private count(counters: FailureCounter[], ctx: RequestContext): Promise<void> {
    return this.transaction.run(RequestContext.system(COUNT_TIMEOUT_MS, ctx.trace), async (tx) => {
      await this.failures.lock(counters, tx);
      // Of many wrong codes at the same time no more than the limit are answered as wrong.
      await this.requireBelowLimit(counters, tx);
      await this.failures.insert(counters, tx);
    });
  }
}

const nameOf = ({ key }: FailureCounter): string => key.toString('hex');
