import pg from 'pg';
import { pace, percentiles } from '../lib/pace.mjs';
import { discardedBy, onSteadyMachine } from '../lib/pairs.mjs';
import { round } from '../lib/statistics.mjs';

const RATE = 100;

/**
 * P6: from the commit of a support request to the commit of its notification, in another service's database. A trigger in
 * each of the two tells the bench when its transaction has committed; both ways cost the same, so what is between them is
 * the product's.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p06(bench) {
  const { world, plan, say } = bench;
  const headers = await world.ownerHeaders();
  /** When the one of the two was heard whose other one has not been. @type {Map<string, number>} */
  const committed = new Map();
  /** @type {number[]} */
  const took = [];
  // The two come by different sockets, so the effect may be heard first; then it took less than can be measured.
  const hear = (/** @type {string} */ id) => {
    const before = committed.get(id);
    if (before === undefined) committed.set(id, performance.now());
    else {
      took.push(performance.now() - before);
      committed.delete(id);
    }
  };
  const cause = await listen(world, 'support', 'outbox', 'aggregate_id', hear);
  const effect = await listen(world, 'notifications', 'notification', 'topic_id', hear);
  // The catcher of mails is no part of the product, and takes more of the processors than the product does.
  const catcher = world.pids('maildev');
  for (const pid of catcher) process.kill(pid, 'SIGSTOP');
  try {
    const requests = [newRequest(headers)];
    await pace({ url: world.url, requests }, RATE, plan.warm);
    await settle(committed);
    const { all, discarded, noisy } = await onSteadyMachine(
      bench,
      { times: 1, tries: 4 },
      async () => {
        took.length = 0;
        const asked = await pace({ url: world.url, requests }, RATE, plan.short ? 3 : 20);
        await settle(committed);
        return { ...percentiles(took), events: took.length, asked };
      },
      (found, drift) =>
        say(`    p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms${discardedBy(drift)}`),
    );
    const { p50, p99, max, events, asked } = /** @type {(typeof all)[0]} */ (all.at(-1)).done;
    return {
      ratio: null,
      min: null,
      max: null,
      cpuRatio: null,
      p50: round(p50),
      p99: round(p99),
      must: 'p50 ≤ 10 ms, p99 ≤ 100 ms',
      goal: 'p50 ≤ 3 ms, p99 ≤ 25 ms',
      pass: !noisy && p50 <= 10 && p99 <= 100 && committed.size === 0,
      details: {
        noisy,
        discarded,
        eventsPerSecond: RATE,
        events,
        withoutEffect: committed.size,
        max: round(max),
        requestP50: round(asked.p50),
        requestP99: round(asked.p99),
        failed: asked.failed,
      },
    };
  } finally {
    await world.query('notifications', `delete from mail where state = 'queued'`);
    for (const pid of catcher) process.kill(pid, 'SIGCONT');
    await Promise.all([cause.stop(), effect.stop()]);
  }
}

/** @param {Record<string, string>} headers @returns {import('../lib/load.mjs').Asked} */
export const newRequest = (headers) => ({
  method: 'POST',
  path: '/api/v1/requests',
  headers,
  body: JSON.stringify({ category: 'portal', subject: 'Slow', description: 'The portal is slow today.' }),
});

/** @param {Map<string, number>} waiting */
async function settle(waiting) {
  for (const end = performance.now() + 5_000; waiting.size && performance.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/**
 * @param {import('../lib/world.mjs').BenchWorld} world @param {string} database @param {string} table
 * @param {string} column @param {(id: string) => void} heard
 */
async function listen(world, database, table, column, heard) {
  await world.query(
    database,
    `create or replace function bench_tell() returns trigger language plpgsql as
       $$ begin perform pg_notify('bench', new.${column}::text); return null; end $$;
     create or replace trigger bench_tell after insert on ${table} for each row execute function bench_tell()`,
  );
  const client = new pg.Client({ connectionString: world.database(database) });
  await client.connect();
  client.on('notification', ({ payload }) => heard(payload ?? ''));
  await client.query('listen bench');
  const stop = async () => {
    await client.end();
    await world.query(database, 'drop function bench_tell cascade');
  };
  return { stop };
}
