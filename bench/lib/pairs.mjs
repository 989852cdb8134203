import { pace } from './pace.mjs';
import { cpuOf } from './processes.mjs';
import { median, round, spread } from './statistics.mjs';

/** Beyond this share the machine itself was not the same before and after. */
export const DRIFT = 0.15;

/**
 * @typedef {object} Side
 * @property {(seconds: number) => Promise<unknown>} [prepare] what the run needs, and is not part of it
 * @property {(seconds: number) => Promise<import('./processes.mjs').Ran>} run
 * @property {() => Promise<unknown>} [tidy] what the run has left, and is not part of it
 * @property {() => number[]} pids all processes involved
 * @property {() => Record<string, number[]>} [parts] the same by name, to know who has used it
 */

/**
 * @typedef {object} Figure
 * @property {number} rate operations a second
 * @property {number} cpu microseconds of all processors for each
 * @property {Record<string, number>} split of that, by process
 * @property {number} p50 milliseconds
 * @property {number} p99
 * @property {number} failed
 */

/**
 * @typedef {object} Plan
 * @property {boolean} short    prints, never judges
 * @property {number} rounds    pairs
 * @property {number} warm      seconds before each run
 * @property {number} seconds   of each run
 * @property {number[]} sizes   rows of each kind for P10
 */

/**
 * @typedef {object} Bench
 * @property {import('./world.mjs').BenchWorld} world
 * @property {import('./processes.mjs').Raw} machine  B12
 * @property {Plan} plan
 * @property {(line: string) => void} say
 */

/**
 * @template T
 * @typedef {object} Tries
 * @property {{ done: T, speed: number }[]} all  what counts, with B12's loops a second meanwhile
 * @property {number} discarded
 * @property {boolean} noisy
 */

/**
 * Does something so many times on a machine that B12 found unchanged before and after. What it did not is done again, up to
 * so many tries in all; if that does not help either, all are kept and it is noisy.
 * @template T
 * @param {Pick<Bench, 'machine' | 'plan'>} bench
 * @param {{ times: number, tries: number }} often
 * @param {(n: number) => Promise<T>} work
 * @param {(done: T, drift: number) => void} [tell]
 * @returns {Promise<Tries<T>>}
 */
export async function onSteadyMachine({ machine, plan }, { times, tries }, work, tell) {
  /** @type {Tries<T>['all']} */
  const kept = [];
  /** @type {typeof kept} */
  const discarded = [];
  for (let n = 0; n < (plan.short ? times : tries) && kept.length < times; n++) {
    const before = await speedOf(machine);
    const done = await work(n);
    const after = await speedOf(machine);
    const drift = spread([before, after]);
    (drift > DRIFT ? discarded : kept).push({ done, speed: (before + after) / 2 });
    tell?.(done, drift);
  }
  const noisy = kept.length < Math.min(3, times);
  return { all: noisy ? [...kept, ...discarded] : kept, discarded: discarded.length, noisy };
}

/** For a line about a try: nothing, or why it does not count. @param {number} drift */
export const discardedBy = (drift) =>
  drift > DRIFT ? `, discarded: B12 varied by ${(drift * 100).toFixed(0)} %` : '';

/** Baseline and product in turn. @param {Bench} bench @param {Side} baseline @param {Side} product */
export async function interleave(bench, baseline, product) {
  const { plan, say } = bench;
  const { all, discarded, noisy } = await onSteadyMachine(
    bench,
    { times: plan.rounds, tries: plan.rounds * 2 },
    async () => ({ baseline: await measure(baseline, plan), product: await measure(product, plan) }),
    ({ baseline: b, product: p }, drift) =>
      say(
        `    baseline ${b.rate.toFixed(0)}/s ${b.cpu.toFixed(0)} µs, product ${p.rate.toFixed(0)}/s ${p.cpu.toFixed(0)} µs, ` +
          `ratio ${(p.rate / b.rate).toFixed(2)}${failedOf(b, p)}${discardedBy(drift)}`,
      ),
  );
  return { pairs: all.map(({ done }) => done), discarded, noisy };
}

/** Few are no reason to stop, and one to look. @param {Figure[]} sides */
function failedOf(...sides) {
  const failed = sides.reduce((all, side) => all + side.failed, 0);
  return failed ? `, ${failed} failed` : '';
}

/** @param {import('./processes.mjs').Raw} machine @returns {Promise<number>} loops a second */
export async function speedOf(machine) {
  const { operations, seconds } = await machine.run(0.4);
  return operations / seconds;
}

/** @param {Side} side @param {Pick<Plan, 'warm' | 'seconds'>} plan @returns {Promise<Figure>} */
export async function measure(side, { warm, seconds }) {
  if (warm) {
    await side.prepare?.(warm);
    await side.run(warm);
    await side.tidy?.();
  }
  await side.prepare?.(seconds);
  const before = used(side);
  const ran = await side.run(seconds);
  const after = used(side);
  await side.tidy?.();
  const operations = Math.max(1, ran.operations);
  const names = Object.keys(after.parts);
  const failed = ran.failed ?? 0;
  if (failed > ran.operations / 100)
    throw new Error(`${failed} requests failed beside ${ran.operations} that did not`);
  return {
    rate: ran.operations / ran.seconds,
    cpu: (after.all - before.all) / operations,
    split: Object.fromEntries(
      names.map((name) => [name, ((after.parts[name] ?? 0) - (before.parts[name] ?? 0)) / operations]),
    ),
    p50: ran.p50,
    p99: ran.p99,
    failed,
  };
}

/** @param {Side} side */
function used({ pids, parts }) {
  const byName = Object.entries(parts?.() ?? {}).map(([name, of]) => [name, cpuOf(of)]);
  return { all: cpuOf(pids()), parts: Object.fromEntries(byName) };
}

/**
 * @typedef {object} Result of a target; null: not measured by it
 * @property {number | null} ratio    of the rates, product to baseline; median of the pairs
 * @property {number | null} min
 * @property {number | null} max
 * @property {number | null} cpuRatio of the processor time each operation costs, product to baseline
 * @property {number | null} p50      milliseconds, at half of the peak unless the target says otherwise
 * @property {number | null} p99
 * @property {string} must
 * @property {string} goal
 * @property {boolean} pass           what must be is reached, on a machine that held still
 * @property {Record<string, unknown>} [details]
 */

/**
 * The whole method for a target that is a ratio of rates.
 * @param {Bench} bench
 * @param {object} o
 * @param {Side} o.baseline
 * @param {Side} o.product
 * @param {number} o.must @param {number} o.goal ratios
 * @param {number} [o.mustCpu] the most processor time, as a ratio
 * @param {import('./load.mjs').Load} [o.load] of the product, for latency at fixed rates
 * @returns {Promise<Result>}
 */
export async function compare(bench, { baseline, product, must, goal, mustCpu, load }) {
  const { pairs, discarded, noisy } = await interleave(bench, baseline, product);
  const ratios = pairs.map((p) => p.product.rate / p.baseline.rate);
  const cpuRatio = median(pairs.map((p) => p.product.cpu / p.baseline.cpu));
  const ratio = median(ratios);
  const peak = median(pairs.map((p) => p.product.rate));
  const half = load && (await pace(load, peak * 0.5, bench.plan.seconds));
  const most = load && (await pace(load, peak * 0.8, bench.plan.seconds));
  if (half && most)
    bench.say(
      `    at 50 %: p50 ${half.p50.toFixed(1)} ms, p99 ${half.p99.toFixed(1)} ms; ` +
        `at 80 %: p50 ${most.p50.toFixed(1)} ms, p99 ${most.p99.toFixed(1)} ms`,
    );
  return {
    ratio: round(ratio),
    min: round(Math.min(...ratios)),
    max: round(Math.max(...ratios)),
    cpuRatio: round(cpuRatio),
    p50: half ? round(half.p50) : null,
    p99: half ? round(half.p99) : null,
    must: `≥ ${must}${mustCpu ? `, CPU ≤ ${mustCpu}` : ''}`,
    goal: `≥ ${goal}`,
    pass: !noisy && ratio >= must && (mustCpu === undefined || cpuRatio <= mustCpu),
    details: {
      baseline: summary(pairs.map((p) => p.baseline)),
      product: summary(pairs.map((p) => p.product)),
      pairs: pairs.length,
      discarded,
      noisy,
      ...(half && most && { at50: rounded(half), at80: rounded(most) }),
    },
  };
}

/** @param {Figure[]} figures */
function summary(figures) {
  const of = (/** @type {'rate' | 'cpu'} */ name) => median(figures.map((f) => f[name]));
  const names = Object.keys(figures[0]?.split ?? {});
  const split = names.map((name) => [name, round(median(figures.map((f) => f.split[name] ?? 0)), 0)]);
  return {
    perSecond: round(of('rate'), 0),
    cpuMicroseconds: round(of('cpu'), 0),
    ...(split.length && { split: Object.fromEntries(split) }),
  };
}

/** @param {Record<string, number>} figures */
const rounded = (figures) => Object.fromEntries(Object.entries(figures).map(([k, v]) => [k, round(v)]));
