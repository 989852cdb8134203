import { DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { setTimeout as sleep } from 'node:timers/promises';
import { product } from '../lib/baselines.mjs';
import { measure, onSteadyMachine } from '../lib/pairs.mjs';
import { activation, order } from '../lib/people.mjs';
import { median, round } from '../lib/statistics.mjs';
import { checks } from './p01-check.mjs';

const SEATS = 40;
/** A new instance has to warm up its code first; seconds. */
const WARM_UP = 5;

/** @typedef {import('../lib/world.mjs').BenchWorld} World */

/**
 * P11: a second instance of licensing beside the first. On a machine without a free core it cannot add anything; that it
 * takes nothing away, that seats hold and that events keep their order can be seen.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p11(bench) {
  const { world, plan, say } = bench;
  const requests = await checks(world, 100);
  const one = product(world, ['licensing'], { requests, connections: 64 });
  let correct = { seats: 0, seatsTaken: 0, events: 0, outOfOrder: 0 };
  const { all, discarded, noisy } = await onSteadyMachine(
    bench,
    { times: Math.min(3, plan.rounds), tries: 6 },
    async (n) => {
      const before = await measure(one, plan);
      const second = await world.started.startInstance('licensing');
      /** @type {import('../lib/pairs.mjs').Figure} */
      let both;
      try {
        await one.run(plan.short ? 1 : WARM_UP);
        both = await measure({ run: one.run, pids: () => [...one.pids(), second.pid] }, plan);
        if (n === 0) correct = await seatsAndOrder(world);
      } finally {
        await second.stop();
      }
      // Before and after, so that a machine that becomes slower or faster does so for either.
      const after = await measure(one, plan);
      const alone = { rate: (before.rate + after.rate) / 2, cpu: (before.cpu + after.cpu) / 2 };
      say(`    one ${before.rate.toFixed(0)} and ${after.rate.toFixed(0)}/s, two ${both.rate.toFixed(0)}/s`);
      return { ratio: both.rate / alone.rate, cpu: both.cpu / alone.cpu };
    },
  );
  const pairs = all.map(({ done }) => done);
  const ratios = pairs.map((p) => p.ratio);
  const ratio = median(ratios);
  return {
    ratio: round(ratio),
    min: round(Math.min(...ratios)),
    max: round(Math.max(...ratios)),
    cpuRatio: round(median(pairs.map((p) => p.cpu))),
    p50: null,
    p99: null,
    must: '≥ 0.95, seats and order intact',
    goal: '–',
    pass: !noisy && ratio >= 0.95 && correct.seatsTaken === SEATS && correct.outOfOrder === 0,
    details: { noisy, pairs: pairs.length, discarded, ...correct },
  };
}

/** Twice as many devices as seats ask both instances at once; then all give their seats back. @param {World} world */
async function seatsAndOrder(world) {
  const people = await world.people();
  const [code] = await order(people, { seats: SEATS });
  const manager = await jetstreamManager(await world.bus());
  const { last_seq: from } = (await manager.streams.info('EVT_LICENSING')).state;
  const answers = await Promise.allSettled(
    Array.from({ length: SEATS * 2 }, () =>
      world.api().post('/activations', activation(people, String(code))),
    ),
  );
  const made = answers.flatMap((a) => (a.status === 'fulfilled' ? [a.value] : []));
  await Promise.all(made.map(({ id, token }) => world.api(token).delete(`/activations/${id}`)));
  await sleep(2_000); // the relay
  /** @type {Map<string, number>} */
  const versions = new Map();
  let [events, outOfOrder] = [0, 0];
  const consumer = await jetstream(await world.bus()).consumers.get('EVT_LICENSING', {
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: from + 1,
  });
  for await (const message of await consumer.fetch({ max_messages: SEATS * 4, expires: 2_000 })) {
    const { aggregateId, aggregateVersion } = JSON.parse(message.string());
    if (aggregateVersion < (versions.get(aggregateId) ?? 0)) outOfOrder++;
    versions.set(aggregateId, aggregateVersion);
    events++;
  }
  return { seats: SEATS, seatsTaken: made.length, events, outOfOrder };
}
