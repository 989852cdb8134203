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

/** Rows are lines of one value: taking it apart costs a third of what a column and row each cost the client. */
const read = `
  select string_agg(concat_ws(' ', seq, id, aggregate_id, subject, coalesce(traceparent, ''), body::text), E'\\n' order by seq) as lines,
         extract(epoch from now() - min(created_at))::float8 as age
    from (select * from outbox where published_at is null and seq > $2 order by seq limit $1) as batch`;

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
    const { rows } = await this.client.query<{ lines: string | null; age: number | null }>({
      name: 'outbox-batch',
      text: read,
      values: [limit, after],
    });
    const { lines, age } = rows[0]!;
    // JSON has no line break outside of its strings, and inside of them it is escaped.
    return { rows: lines ? lines.split('\n').map(toRow) : [], age: Math.max(0, age ?? 0) };
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

function toRow(line: string): UnpublishedRow {
  const parts: string[] = [];
  let from = 0;
  // Only the body may contain spaces.
  for (let n = 0; n < 5; n++) {
    const to = line.indexOf(' ', from);
    parts.push(line.slice(from, to));
    from = to + 1;
  }
  const [seq, id, aggregateId, subject, traceparent] = parts as [string, string, string, string, string];
  return { seq, id, aggregateId, subject, traceparent, body: line.slice(from) };
}
