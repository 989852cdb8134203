import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '@tessera/platform';

/** Wrong codes of a network, or of an account. */
export interface FailureCounter {
  key: Buffer;
  /** Within an hour. */
  limit: number;
}

/** The counters that are at their limit. */
const FULL_COUNTERS = `
  select counter.n::int, ceil(extract(epoch from last.failed_at + interval '1 hour' - clock_timestamp()))::int as seconds
    from unnest($1::bytea[], $2::int[]) with ordinality as counter (key, most, n)
   cross join lateral (
     select f.failed_at from code_failure f
      where f.key = counter.key and f.failed_at > clock_timestamp() - interval '1 hour'
      order by f.failed_at desc offset counter.most - 1 limit 1) as last`;

const DELETE_OLD = `
  delete from code_failure where ctid = any(array(
    select ctid from code_failure where failed_at < now() - interval '1 day' limit 50))`;

@Injectable()
export class CodeFailuresRepository {
  /** @returns for each counter the seconds until it is below its limit; 0: it is */
  async secondsFull(counters: readonly FailureCounter[], db: Db): Promise<number[]> {
    const rows = await db.query<{ n: number; seconds: number }>(FULL_COUNTERS, [
      counters.map(({ key }) => key),
      counters.map(({ limit }) => limit),
    ]);
    const full = new Map(rows.map(({ n, seconds }) => [n, Math.max(0, seconds)]));
    return counters.map((_, at) => full.get(at + 1) ?? 0);
  }

  /** Locks the counters until the transaction ends, in one order. */
  async lock(counters: readonly FailureCounter[], tx: Tx): Promise<void> {
    const keys = counters.map(({ key }) => key.readBigInt64BE(0)).sort((a, b) => (a < b ? -1 : 1));
    for (const key of keys) await tx.query('select pg_advisory_xact_lock($1::bigint)', [key.toString()]);
  }

  /** Counts a failure, and deletes some old ones. */
  async insert(counters: readonly FailureCounter[], tx: Tx): Promise<void> {
    const keys = counters.map(({ key }) => key);
    await tx.query('insert into code_failure (key) select unnest($1::bytea[])', [keys]);
    await tx.query(DELETE_OLD);
  }
}
