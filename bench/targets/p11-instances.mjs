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

/** So few at once that processors are free: with the 64 of P1 two cores have none for a second instance. */
const CONNECTIONS = 4;
const BUSY = 64;

/**
 * P11: a second instance of licensing beside the first, on processors that are free: the rate of a few who ask in turn, which
 * falls if two instances get into each other's way. That seats hold and that events keep their order is seen under a race.
 * What the second instance does to a machine that is busy already is told, too, but not judged: it can only cost there.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p11(bench) {
  const { world, plan, say } = bench;
  const requests = await checks(world, 100);
  let correct = { seats: 0, seatsTaken: 0, events: 0, outOfOrder: 0 };
  const free = product(world, ['licensing'], { requests, connections: CONNECTIONS });
  const { all, discarded, noisy } = await onSteadyMachine(
    bench,
    { times: Math.min(3, plan.rounds), tries: 8 },
    (n) => compared(bench, free, async () => n || (correct = await seatsAndOrder(world))),
  );
  const busy = await compared(bench, product(world, ['licensing'], { requests, connections: BUSY }));
  say(`    busy: ${busy.ratio.toFixed(2)} of the rate, ${busy.cpu.toFixed(2)} times the processor time`);
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
      busy: { connections: BUSY, ratio: round(busy.ratio), cpuRatio: round(busy.cpu) },
      ...correct,
    },
  };
}

/**
 * One instance before and after two, so that a machine that becomes slower or faster does so for either.
 * @param {import('../lib/pairs.mjs').Bench} bench @param {ReturnType<typeof product>} one
 * @param {() => unknown} [meanwhile] while there are two
 */
async function compared({ world, plan, say }, one, meanwhile) {
  const before = await measure(one, plan);
  const second = await world.started.startInstance('licensing');
  /** @type {import('../lib/pairs.mjs').Figure} */
  let both;
  try {
    await one.run(plan.short ? 1 : WARM_UP);
    both = await measure({ run: one.run, pids: () => [...one.pids(), second.pid] }, plan);
    await meanwhile?.();
  } finally {
    await second.stop();
  }
  const after = await measure(one, plan);
  say(
    `    one ${before.rate.toFixed(0)} and ${after.rate.toFixed(0)}/s, two ${both.rate.toFixed(0)}/s, ` +
      `${before.cpu.toFixed(0)} and ${after.cpu.toFixed(0)} µs, ${both.cpu.toFixed(0)} µs`,
  );
  return {
    ratio: (2 * both.rate) / (before.rate + after.rate),
    cpu: (2 * both.cpu) / (before.cpu + after.cpu),
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
