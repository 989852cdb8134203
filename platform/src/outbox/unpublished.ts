import type pg from 'pg';
import { arrayLiteral } from '../database/array-literal.js';

/** A committed event that is not on the bus yet. */
export interface UnpublishedRow {
  seq: string;
  id: string;
  aggregateId: string;
  subject: string;
  traceparent: string;
  /** As the table has it: nobody here looks into it. */
  body: string;
}

export interface Unpublished {
  /** In the order of their numbers. */
  rows: UnpublishedRow[];
  /** Since the oldest of them was written, in seconds. */
  age: number;
}

const read = `
  select seq, id, aggregate_id as "aggregateId", subject, coalesce(traceparent, '') as traceparent, body::text as body,
         extract(epoch from now() - created_at)::float8 as age
    from outbox where published_at is null and seq > $2 order by seq limit $1`;

/**
 * For the whole session. The table's statistics do not know a backlog: they expect next to no unpublished rows, and with
 * them a plan that reads and sorts all that wait, for each batch. The index has them in their order.
 */
const plans = `set enable_seqscan = off; set enable_bitmapscan = off`;

/** The outbox as the relay's own session sees it. Statements run one after the other, so a look sees the marks before it. */
export class UnpublishedRows {
  constructor(private readonly client: pg.Client) {}

  /** Once, before anything else. */
  async prepare(): Promise<void> {
    await this.client.query(plans);
  }

  /** @param after the number behind which to look; '0' for all */
  async read(after: string, limit: number): Promise<Unpublished> {
    const { rows } = await this.client.query<UnpublishedRow & { age: number }>({
      name: 'outbox-batch',
      text: read,
      values: [limit, after],
    });
    const ages = rows.map(({ age }) => age);
    return { rows: rows.map(({ age: _age, ...row }) => row), age: Math.max(0, ...ages) };
  }

  mark(seqs: readonly string[]): Promise<unknown> {
    return this.client.query({
      name: 'outbox-mark',
      text: 'update outbox set published_at = now() where seq = any($1::bigint[])',
      values: [arrayLiteral(seqs)],
    });
  }

  noteFailure({ seq }: UnpublishedRow, reason: string): Promise<unknown> {
    return this.client.query('update outbox set attempts = attempts + 1, last_error = $2 where seq = $1', [
      seq,
      reason.slice(0, 500),
    ]);
  }
}
