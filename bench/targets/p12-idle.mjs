import { setTimeout as sleep } from 'node:timers/promises';
import { memoryOf, residentOf } from '../lib/processes.mjs';
import { round } from '../lib/statistics.mjs';

const MB = 1_024 ** 2;
const services = ['gateway', 'identity', 'licensing', 'support', 'devices', 'notifications'];

/**
 * P12: a warm start, and what everything takes when nobody asks for anything. Of one process the resident set; of the whole
 * the sum in which pages that are shared count once.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p12({ world, plan }) {
  const seconds = await world.restart();
  await sleep(plan.short ? 2_000 : 15_000);
  const of = (/** @type {string} */ name) => {
    const [pid] = world.pids(name);
    return round(residentOf(pid ?? 0) / MB, 0);
  };
  const megabytes = Object.fromEntries(services.map((name) => [name, of(name)]));
  const all = world.runtime.processes.map((p) => p.pid);
  const whole = round(memoryOf([...all, world.runtime.supervisor.pid]) / MB, 0);
  const parts = Object.fromEntries(
    ['postgres', 'nats', 'maildev'].map((name) => [name, round(memoryOf(world.pids(name)) / MB, 0)]),
  );
  const largest = Math.max(...Object.values(megabytes));
  return {
    ratio: null,
    min: null,
    max: null,
    cpuRatio: null,
    p50: null,
    p99: null,
    must: 'service ≤ 130 MB, whole ≤ 1229 MB, start ≤ 20 s',
    goal: 'service ≤ 90 MB, start ≤ 10 s',
    pass: largest <= 130 && whole <= 1_229 && seconds <= 20,
    details: { largest, whole, warmStartSeconds: round(seconds, 1), megabytes, others: parts },
  };
}
