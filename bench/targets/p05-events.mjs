import { setTimeout as sleep } from 'node:timers/promises';
import { jetstream } from '@nats-io/jetstream';
import { v7 as uuidv7 } from 'uuid';
import { shared } from '../lib/baselines.mjs';
import { compare } from '../lib/pairs.mjs';
import { Raw } from '../lib/processes.mjs';

/** @typedef {import('../lib/world.mjs').BenchWorld} World */

const founded = 'evt.identity.company.founded.v1';
const consumer = 'support_company-founded-v1';
const created = 'evt.licensing.activation.created.v1';

/**
 * P5: the relay brings what is committed to JetStream, against B8; a consumer with inbox and transaction against B9, which
 * only pulls and acknowledges. Product: so many events at once, timed by what the database noted, since that is what the
 * relay and the consumer do after an interruption. What makes the events is no part of it, neither in time nor in
 * processor time; the service is held meanwhile.
 * @param {import('../lib/pairs.mjs').Bench} bench
 */
export async function p05(bench) {
  const { world, say } = bench;
  const manager = await world.benchStream();
  const publish = await Raw.start('b08-publish', {
    nats: world.nats,
    subject: 'bench_evt.published',
    event: JSON.stringify(activationCreated()),
  });
  say('  relay');
  let first = '0';
  const relay = await compare(bench, {
    baseline: {
      prepare: () => manager.streams.purge('BENCH'),
      run: (seconds) => publish.run(seconds),
      pids: () => [publish.pid, ...world.pids('nats')],
    },
    product: {
      prepare: async (seconds) => {
        await manager.streams.purge('EVT_LICENSING');
        await held(world, 'licensing', async () => (first = await committed(world, events(seconds))));
      },
      run: () => relayed(world, first),
      pids: () => world.pids('licensing', ...shared),
      parts: () => parts(world, 'licensing'),
    },
    must: 0.6,
    goal: 0.8,
  }).finally(() => publish.stop());
  say('  consumer');
  return { P5: relay, P5b: await consuming(bench) };
}

/** @param {World} world @param {string} service */
const parts = (world, service) =>
  Object.fromEntries([service, ...shared].map((name) => [name, world.pids(name)]));

/** No more than a service may be held for without being given up by the bus and the database. @param {number} seconds */
const events = (seconds) => Math.round(seconds * 15_000);

/** Stops the service until it is to run. @param {World} world @param {string} service @param {() => Promise<unknown>} work */
async function held(world, service, work) {
  const pids = world.pids(service);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await work().catch((error) => {
    release(pids);
    throw error;
  });
}

/** @param {number[]} pids */
function release(pids) {
  for (const pid of pids) process.kill(pid, 'SIGCONT');
}

/** @param {World} world @param {number} count @returns {Promise<string>} the number of the first of the rows */
async function committed(world, count) {
  const [{ first }] = await world.query(
    'licensing',
    `with made as (insert into outbox (id, subject, aggregate_id, aggregate_version, body)
     select id, $2, id, 1, $3::jsonb || jsonb_build_object('id', id) from (select uuidv7() as id from generate_series(1, $1)) as n returning seq)
     select min(seq) as first from made`,
    [count, created, JSON.stringify(activationCreated())],
  );
  (await world.bus()).publish('ctl.licensing.outbox');
  return first;
}

/** @param {World} world @param {string} first @returns {Promise<import('../lib/processes.mjs').Ran>} */
async function relayed(world, first) {
  release(world.pids('licensing'));
  for (let done = false; !done; await sleep(20)) {
    // The last one first: to look for any that is left costs more, and would be in the figures.
    let [row] = await world.query(
      'licensing',
      'select published_at is not null as done from outbox order by seq desc limit 1',
    );
    if (row.done)
      [row] = await world.query(
        'licensing',
        'select not exists (select from outbox where published_at is null) as done',
      );
    done = row.done;
  }
  const [row] = await world.query(
    'licensing',
    `select count(*)::int as count, count(distinct published_at)::int as batches,
            extract(epoch from max(published_at) - min(published_at))::float8 as seconds
       from outbox where seq >= $1`,
    [first],
  );
  return ran(row);
}

/** @param {import('../lib/pairs.mjs').Bench} bench */
async function consuming(bench) {
  const { world } = bench;
  const manager = await world.benchStream();
  const config = await manager.consumers.info('EVT_IDENTITY', consumer);
  const { ack_wait, max_ack_pending, ack_policy } = config.config;
  await manager.consumers.add('BENCH', { durable_name: 'bench', ack_policy, ack_wait, max_ack_pending });
  const raw = await Raw.start('b09-consume', { nats: world.nats, stream: 'BENCH', consumer: 'bench' });
  // It hears the same event, and would have its share of the processors.
  const others = world.pids('devices');
  for (const pid of others) process.kill(pid, 'SIGSTOP');
  try {
    return await compare(bench, {
      baseline: {
        prepare: async (seconds) => {
          await manager.streams.purge('BENCH');
          await published(world, 'bench_evt.consumed', events(seconds));
        },
        run: (seconds) => raw.ask({ count: events(seconds) }),
        pids: () => [raw.pid, ...world.pids('nats')],
      },
      product: {
        prepare: async (seconds) => {
          await manager.streams.purge('EVT_IDENTITY');
          await held(world, 'support', () => published(world, founded, events(seconds)));
        },
        run: (seconds) => consumed(world, manager, events(seconds)),
        pids: () => world.pids('support', ...shared),
        parts: () => parts(world, 'support'),
      },
      must: 0.6,
      goal: 0.8,
    });
  } finally {
    release(others);
    await raw.stop();
  }
}

/**
 * @param {World} world @param {import('@nats-io/jetstream').JetStreamManager} manager @param {number} wanted
 * @returns {Promise<import('../lib/processes.mjs').Ran>}
 */
async function consumed(world, manager, wanted) {
  const [{ now }] = await world.query('support', 'select now()::text as now');
  release(world.pids('support'));
  for (let left = 1; left; await sleep(20)) {
    const { num_pending, num_ack_pending } = await manager.consumers.info('EVT_IDENTITY', consumer);
    left = num_pending + num_ack_pending;
  }
  const [row] = await world.query(
    'support',
    `select count(*)::int as count, count(distinct received_at)::int as batches,
            extract(epoch from max(received_at) - min(received_at))::float8 as seconds
       from inbox where consumer = $1 and received_at > $2`,
    [consumer, now],
  );
  if (row.count !== wanted) throw new Error(`${row.count} of ${wanted} events had their effect`);
  return ran(row);
}

/** @param {World} world @param {string} subject @param {number} count */
async function published(world, subject, count) {
  const js = jetstream(await world.bus(), { timeout: 10_000 });
  for (let left = count; left > 0; left -= 200) {
    const batch = Array.from({ length: Math.min(200, left) }, () => {
      const event = companyFounded();
      return js.publish(subject, JSON.stringify(event), { msgID: event.id });
    });
    await Promise.all(batch);
  }
}

/**
 * The beginning of the first batch starts the clock and that of the last one stops it, so one of them is not counted.
 * @param {{ count: number, batches: number, seconds: number }} row
 */
const ran = ({ count, batches, seconds }) => ({
  operations: count,
  seconds: seconds / (1 - 1 / batches),
  p50: 0,
  p99: 0,
});

/** @param {string} subject @param {object} data */
const envelope = (subject, data) => ({
  id: uuidv7(),
  subject,
  occurredAt: new Date().toISOString(),
  companyId: uuidv7(),
  userId: null,
  aggregateId: uuidv7(),
  aggregateVersion: 1,
  data,
});
const activationCreated = () => envelope(created, { activationId: uuidv7(), licenseId: uuidv7() });
const companyFounded = () =>
  envelope(founded, { companyId: uuidv7(), name: 'Globex AG', country: 'CH', ownerId: uuidv7() });
