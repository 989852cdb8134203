import { DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { setTimeout as sleep } from 'node:timers/promises';
import { onBus, product } from '../lib/baselines.mjs';
import { measure, onSteadyMachine } from '../lib/pairs.mjs';
import { activation, order } from '../lib/people.mjs';
import { median, round } from '../lib/statistics.mjs';
import { checks } from './p01-check.mjs';

const SEATS = 40;
/** A new instance has to warm up its code first; seconds. */
const WARM_UP = 5;

/** @typedef {import('../lib/world.mjs').BenchWorld} World */

/**
 * P11: a second instance of licensing beside the first. Asked on the bus, for one instance is bound to one core then and
 * leaves some of the second free; with load and gateway beside it no core is, and what that does is told, not judged.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p11(bench) {
  const { world, plan } = bench;
  const requests = await checks(world, 100);
  const bodies = requests.map(({ withId, token }) => JSON.stringify({ ...JSON.parse(withId), token }));
  const service = await onBus(world, ['licensing'], { subject: 'rpc.licensing.activation.check.v1', bodies });
  try {
    const times = Math.min(3, plan.rounds);
    const { all, discarded, noisy } = await onSteadyMachine(bench, { times, tries: 8 }, () =>
      against(bench, service),
    );
    const correct = await withSecond(bench, service, () => seatsAndOrder(world));
    const whole =
      !plan.short && (await against(bench, product(world, ['licensing'], { requests, connections: 64 })));
    const ratios = all.map(({ done }) => done.ratio);
    const ratio = median(ratios);
    return {
      ratio: round(ratio),
      min: round(Math.min(...ratios)),
      max: round(Math.max(...ratios)),
      cpuRatio: round(median(all.map(({ done }) => done.cpu))),
      p50: null,
      p99: null,
      must: '≥ 0.95, seats and order intact',
      goal: '–',
      pass: !noisy && ratio >= 0.95 && correct.seatsTaken === SEATS && correct.outOfOrder === 0,
      details: {
        noisy,
        pairs: all.length,
        discarded,
        ...(whole && { throughGateway: round(whole.ratio) }),
        ...correct,
      },
    };
  } finally {
    await service.stop();
  }
}

/** @typedef {import('../lib/pairs.mjs').Side} Side */

/** Two instances to one. @param {import('../lib/pairs.mjs').Bench} bench @param {Side} one */
async function against(bench, one) {
  const { plan, say } = bench;
  const before = await measure(one, plan);
  const both = await withSecond(bench, one, (two) => measure(two, plan));
  // Before and after, so that a machine that becomes slower or faster does so for either.
  const after = await measure(one, plan);
  const alone = { rate: (before.rate + after.rate) / 2, cpu: (before.cpu + after.cpu) / 2 };
  say(`    one ${before.rate.toFixed(0)} and ${after.rate.toFixed(0)}/s, two ${both.rate.toFixed(0)}/s`);
  return { ratio: both.rate / alone.rate, cpu: both.cpu / alone.cpu };
}

/** @template T @param {import('../lib/pairs.mjs').Bench} bench @param {Side} one @param {(two: Side) => Promise<T>} work @returns {Promise<T>} */
async function withSecond({ world, plan }, one, work) {
  const second = await world.started.startInstance('licensing');
  try {
    await one.run(plan.short ? 1 : WARM_UP);
    return await work({ run: one.run, pids: () => [...one.pids(), second.pid] });
  } finally {
    await second.stop();
  }
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
