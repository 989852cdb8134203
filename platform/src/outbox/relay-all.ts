import { JetStreamApiError } from '@nats-io/jetstream';
import type { Outcome, Publisher } from './publisher.js';
import type { Unpublished, UnpublishedRow, UnpublishedRows } from './unpublished.js';

const MAX_BATCH_SIZE = 200;
/** Batches that are sent and not yet acknowledged: one travels while the stream takes another and a third one is marked. */
const MAX_BATCHES_IN_FLIGHT = 3;
/** So many batches are read one behind the other; then the table is read from its start again. */
const LOOK_BACK = 40;

/** What the relay wants to know on the way. */
export interface Watch {
  /** What the crash tests do between two steps. */
  hook: (at: 'before publish' | 'before mark') => void;
  connected: () => boolean;
  seen: (found: Unpublished) => void;
  marked: (count: number) => void;
}

/** Why there is something left; with the row that the stream refused, if it was that. */
export interface Failure {
  row?: UnpublishedRow;
  reason: string;
}

interface Flight {
  rows: readonly UnpublishedRow[];
  aggregates: ReadonlySet<string>;
  outcomes: Promise<Outcome[]>;
  answered: boolean;
}

/**
 * Publishes what there is. Rows are read one batch behind the other; those with a lower number that were committed later
 * come when the table is read from its start, at the end and now and then before. Several batches are on their way at
 * once, but none that has an aggregate of one before it: so an event is never overtaken by a later one of its aggregate
 * in another batch, whatever the stream refuses. After the first failure nothing more is sent.
 * @returns what failed; null when nothing is left
 */
export async function relayAll(
  table: Pick<UnpublishedRows, 'read' | 'mark'>,
  publisher: Pick<Publisher, 'publish'>,
  watch: Watch,
): Promise<Failure | null> {
  const flying: Flight[] = [];
  let marked: Promise<unknown> = Promise.resolve();
  let failure: Failure | null = null;

  /** Waits for the first of those on their way, and marks what the stream has. */
  async function land({ rows, outcomes }: Flight): Promise<void> {
    const known = await outcomes;
    watch.hook('before mark');
    await marked;
    const done = rows.filter((_, i) => known[i] === null).map(({ seq }) => seq);
    if (done.length) {
      marked = table.mark(done);
      // Waited for before the next ones; until then its failure is nobody's to hear.
      marked.catch(() => undefined);
      watch.marked(done.length);
    }
    const failed = known.findIndex((outcome) => outcome !== null);
    if (failed >= 0) failure ??= { row: rows[failed]!, reason: reasonOf(known[failed]!) };
  }

  /** Until no more are on their way than so many, none that meets these aggregates, and none that is answered. */
  async function landUntil(most: number, aggregates: ReadonlySet<string>): Promise<void> {
    while (
      flying.length > most ||
      flying[0]?.answered ||
      flying.some((flight) => meet(flight.aggregates, aggregates))
    )
      await land(flying.shift()!);
  }

  let next = table.read('0', MAX_BATCH_SIZE);
  try {
    for (let n = 1, fromStart = true; ; n++) {
      const found = await next;
      const { rows } = found;
      watch.seen(found);
      if (!rows.length && fromStart) return failure;
      if (!watch.connected()) failure ??= { reason: 'the bus is out of reach' };
      const aggregates = new Set(rows.map((row) => row.aggregateId));
      if (!failure) await landUntil(MAX_BATCHES_IN_FLIGHT - 1, aggregates);
      if (!failure && rows.length) {
        watch.hook('before publish');
        flying.push(depart(publisher, rows, aggregates));
      }
      fromStart = rows.length < MAX_BATCH_SIZE || n % LOOK_BACK === 0;
      // What is on its way would be found again; on the same session, so that it sees the marks without waiting for them.
      if (fromStart || failure) await landUntil(0, new Set());
      if (failure) return failure;
      next = table.read(fromStart ? '0' : rows.at(-1)!.seq, MAX_BATCH_SIZE);
    }
  } finally {
    await Promise.all([marked, next.catch(() => undefined)]);
  }
}

function depart(
  publisher: Pick<Publisher, 'publish'>,
  rows: readonly UnpublishedRow[],
  aggregates: ReadonlySet<string>,
): Flight {
  const flight: Flight = { rows, aggregates, outcomes: publisher.publish(rows), answered: false };
  void flight.outcomes.then(() => (flight.answered = true));
  return flight;
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of others) if (some.has(one)) return true;
  return false;
}

const reasonOf = (error: Error): string =>
  error instanceof JetStreamApiError ? `${error.code} ${error.message}` : String(error);
