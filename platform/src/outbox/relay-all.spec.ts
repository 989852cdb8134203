import type { Outcome } from './publisher.js';
import { relayAll, type Watch } from './relay-all.js';
import type { UnpublishedRow } from './unpublished.js';

/** A table and a stream that do what the spec says, and note what was asked of them. */
class Bench {
  readonly marked = new Set<string>();
  /** Batches that wait for their answer, by the numbers of their rows. */
  readonly flying: { seqs: string[]; answer: (outcomes?: Outcome[]) => void }[] = [];
  sent = 0;

  /** @param aggregates of the rows, in their order */
  constructor(private readonly aggregates: readonly string[]) {}

  read(after: string, limit: number) {
    const rows = this.aggregates
      .map((aggregateId, i) => ({ seq: String(i + 1), aggregateId }) as UnpublishedRow)
      .filter(({ seq }) => Number(seq) > Number(after) && !this.marked.has(seq));
    return Promise.resolve({ rows: rows.slice(0, limit), age: 0 });
  }

  mark(seqs: readonly string[]): Promise<unknown> {
    for (const seq of seqs) this.marked.add(seq);
    return Promise.resolve();
  }

  publish(rows: readonly UnpublishedRow[]): Promise<Outcome[]> {
    this.sent++;
    return new Promise((resolve) => {
      const flight = {
        seqs: rows.map(({ seq }) => seq),
        answer: (outcomes: Outcome[] = rows.map(() => null)) => {
          this.flying.splice(this.flying.indexOf(flight), 1);
          resolve(outcomes);
        },
      };
      this.flying.push(flight);
    });
  }

  run(watch: Partial<Watch> = {}) {
    return relayAll(this, this, {
      hook: () => undefined,
      connected: () => true,
      seen: () => undefined,
      marked: () => undefined,
      ...watch,
    });
  }
}

/** All that can go on without an answer has gone on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const distinct = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `a${from + n}`);

/** Answers what comes until the run has ended. */
async function finish(bench: Bench, run: Promise<unknown>): Promise<unknown> {
  let ended = false;
  void run.finally(() => (ended = true));
  while (!ended) {
    bench.flying[0]?.answer();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return run;
}

describe('relaying all that is unpublished', () => {
  it('has three batches on their way at once, and never more', async () => {
    const bench = new Bench(distinct(1_500));
    const run = bench.run();
    await settled();
    expect(bench.flying.map(({ seqs }) => seqs[0])).toEqual(['1', '201', '401']);
    bench.flying[0]!.answer();
    await settled();
    expect(bench.flying.map(({ seqs }) => seqs[0])).toEqual(['201', '401', '601']);
    expect(await finish(bench, run)).toBeNull();
    expect(bench.marked.size).toBe(1_500);
  });

  it('sends no event before the one of its aggregate in an earlier batch is answered', async () => {
    const bench = new Bench([...distinct(300), 'a5', ...distinct(99, 300)]);
    const run = bench.run();
    await settled();
    expect(bench.flying).toHaveLength(1);
    bench.flying[0]!.answer();
    await settled();
    expect(bench.flying[0]!.seqs).toContain('301');
    expect(await finish(bench, run)).toBeNull();
  });

  it('marks what the stream has, and sends nothing more, when it refuses one in the middle', async () => {
    const bench = new Bench(distinct(1_500));
    const run = bench.run();
    await settled();
    const [first, second, third] = [...bench.flying];
    // The later ones are known before the first: it is their order that counts.
    third!.answer();
    second!.answer(second!.seqs.map((_, i) => (i === 7 ? new Error('full') : null)));
    first!.answer();
    expect(await run).toEqual({ row: { seq: '208', aggregateId: 'a207' }, reason: 'Error: full' });
    expect(bench.sent).toBe(3);
    expect(bench.marked.size).toBe(599);
    expect(bench.marked.has('208')).toBe(false);
  });

  it('does not begin while the bus is out of reach', async () => {
    const bench = new Bench(distinct(10));
    expect(await bench.run({ connected: () => false })).toEqual({ reason: 'the bus is out of reach' });
    expect(bench.sent).toBe(0);
  });

  it('finds rows with a lower number that were committed meanwhile', async () => {
    const bench = new Bench(distinct(250));
    bench.marked.add('3');
    const run = bench.run();
    await settled();
    bench.marked.delete('3');
    expect(await finish(bench, run)).toBeNull();
    expect(bench.marked.has('3')).toBe(true);
  });
});
