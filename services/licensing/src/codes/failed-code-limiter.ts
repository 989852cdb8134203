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
  type Tx,
} from '@tessera/platform';
import type { Config } from '../config.js';

/** The only answer that helps to guess: a blocked or an expired code is a right one, a malformed one tells nothing (spec/security.md). */
const WRONG_CODE = 'CODE_UNKNOWN';

/** The counters that are at their limit. */
const FULL_COUNTERS = `
  select counter.n::int, ceil(extract(epoch from last.failed_at + interval '1 hour' - clock_timestamp()))::int as seconds
    from unnest($1::bytea[], $2::int[]) with ordinality as counter (key, most, n)
   cross join lateral (
     select f.failed_at from code_failure f
      where f.key = counter.key and f.failed_at > clock_timestamp() - interval '1 hour'
      order by f.failed_at desc offset counter.most - 1 limit 1) as last`;

/** Wrong codes of a network, or of an account. */
export interface FailureCounter {
  key: Buffer;
  /** Within an hour. */
  limit: number;
}

/**
 * Limits wrong codes per hour, by network and by account (spec/security.md). Successes do not count: a whole office
 * sits behind one address. Over the limit a right code is refused as well, or guessing could go on.
 */
@Injectable()
export class FailedCodeLimiter {
  constructor(
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
    const counters = new Map(requests.flat().map((counter) => [counter.key.toString('hex'), counter]));
    const all = [...counters.values()];
    const rows = await db.query<{ n: number; seconds: number }>(FULL_COUNTERS, [
      all.map(({ key }) => key),
      all.map(({ limit }) => limit),
    ]);
    const seconds = new Map(rows.map((row) => [all[row.n - 1]!.key.toString('hex'), row.seconds]));
    return requests.map((of) => {
      const wait = Math.max(...of.map(({ key }) => seconds.get(key.toString('hex')) ?? 0));
      return wait ? new Refusal('TOO_MANY_REQUESTS', { retryAfter: Math.max(1, wait) }) : null;
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

  /** A transaction of its own, since that of the work is rolled back; and without its idempotency key. */
  private count(counters: FailureCounter[], ctx: RequestContext): Promise<void> {
    return this.transaction.run(RequestContext.system(5_000, ctx.trace), async (tx) => {
      await this.lock(counters, tx);
      // Of many wrong codes at the same time no more than the limit learn that they were wrong.
      await this.requireBelowLimit(counters, tx);
      await tx.query('insert into code_failure (key) select unnest($1::bytea[])', [
        counters.map((c) => c.key),
      ]);
      await tx.query(
        `delete from code_failure where ctid = any(array(
           select ctid from code_failure where failed_at < now() - interval '1 day' limit 50))`,
      );
    });
  }

  private async lock(counters: FailureCounter[], tx: Tx): Promise<void> {
    const keys = counters.map((c) => c.key.readBigInt64BE(0)).sort((a, b) => (a < b ? -1 : 1));
    for (const key of keys) await tx.query('select pg_advisory_xact_lock($1::bigint)', [key.toString()]);
  }
}
