import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { logTail } from '../../tools/world/logs.mjs';
import { readJson } from '../../tools/world/record.mjs';
import { targets } from '../targets/index.mjs';
import { drawCharts } from './charts.mjs';
import { Raw } from './processes.mjs';
import { Profiles } from './profiles.mjs';
import { commit, machine, markdown, root, titles } from './report.mjs';
import { BenchWorld } from './world.mjs';

/** @typedef {import('./pairs.mjs').Result} Result */
/** @typedef {{ only?: string, short: boolean, rounds: string, rows: string, profile: boolean }} Options */

const say = (/** @type {string} */ line) => console.log(line);

/** Starts a world, measures, records, removes the world, and ends the process. @param {Options} options */
export async function runBench(options) {
  const wanted = (options.only ?? Object.keys(targets).join(',')).split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !targets[name]);
  if (unknown.length) {
    console.error(`There is no ${unknown.join(', ')}; there are ${Object.keys(targets).join(', ')}.`);
    process.exit(2);
  }
  /** @type {BenchWorld | undefined} */
  let world;
  let ending = false;
  const end = async (/** @type {number} */ code) => {
    if (ending) return;
    ending = true;
    await world?.stop();
    process.exit(code);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => void end(130));
  try {
    say(`${machine().cpu}, ${machine().cores} cores, Node ${process.version}; commit ${commit()}`);
    const profiles = options.profile ? new Profiles() : undefined;
    world = await BenchWorld.start(profiles?.environment);
    const { results, failed } = await measureAll(world, wanted, planOf(options), profiles);
    if (!options.short && !profiles) await record(results, Boolean(options.only) || failed.length > 0);
    if (failed.length) say(`\nNot measured: ${failed.join(', ')}`);
    await end(failed.length ? 1 : 0);
  } catch (error) {
    if (!ending) console.error(error);
    await end(1);
  }
}

/** @param {Options} options @returns {import('./pairs.mjs').Plan} */
function planOf({ short, rounds, rows }) {
  return {
    short,
    rounds: short ? 1 : Number(rounds),
    warm: short ? 1 : 2,
    seconds: short ? 2 : 5,
    sizes: short ? [1_000, 5_000] : [10_000, 100_000, 1_000_000].filter((size) => size <= Number(rows)),
  };
}

/** @param {BenchWorld} world @param {string[]} wanted @param {import('./pairs.mjs').Plan} plan @param {Profiles} [profiles] */
async function measureAll(world, wanted, plan, profiles) {
  const bench = { world, plan, say, machine: await Raw.start('b12-machine') };
  /** @type {Record<string, Result>} */
  const results = {};
  /** @type {string[]} */
  const failed = [];
  for (const [name, measureTarget] of Object.entries(targets).filter(([t]) => wanted.includes(t))) {
    say(`\n${name}  ${titles[name]}`);
    const began = performance.now();
    await profiles?.begin(world);
    try {
      const found = await measureTarget(bench);
      const parts = isResult(found) ? { [name]: found } : found;
      Object.assign(results, parts);
      for (const [part, result] of Object.entries(parts)) tell(part, result, plan.short);
    } catch (error) {
      // The others can still be measured.
      failed.push(name);
      console.error(error);
      say(logTail(join(world.started.home, 'logs/start-output.log'), 0, 5));
    }
    await profiles?.end(world, name, say);
    say(`    ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  }
  await bench.machine.stop();
  const deadlocks = await world.query(
    'postgres',
    'select datname, deadlocks::int from pg_stat_database where deadlocks > 0',
  );
  for (const { datname, deadlocks: n } of deadlocks) say(`\nPostgres broke ${n} deadlocks in ${datname}.`);
  return { results, failed };
}

/** @param {Result | Record<string, Result>} found @returns {found is Result} */
function isResult(found) {
  return typeof found.pass === 'boolean';
}

/** @param {string} name @param {Result} result @param {boolean} short */
function tell(name, { ratio, min, max, cpuRatio, p50, p99, must, goal, pass, details }, short) {
  const figures = Object.entries({ ratio, min, max, cpuRatio, p50, p99 }).filter(
    ([, value]) => value !== null,
  );
  const verdict = short ? '' : pass ? ' – reached' : ' – NOT reached';
  say(
    `  ${name}: ${figures.map(([key, value]) => `${key} ${value}`).join(', ')}; must ${must}, goal ${goal}${verdict}` +
      (details?.noisy ? ' (noisy machine)' : ''),
  );
  if (details) say(`    ${JSON.stringify(details)}`);
}

/** @param {Record<string, Result>} results @param {boolean} keep whether what else was measured before stays */
async function record(results, keep) {
  const folder = join(root, 'bench/results');
  /** @type {import('./report.mjs').Report | undefined} */
  const before = keep ? readJson(join(folder, 'latest.json')) : undefined;
  const now = { at: new Date().toISOString(), commit: commit() };
  const fresh = Object.fromEntries(Object.entries(results).map(([name, r]) => [name, { ...r, ...now }]));
  const order = Object.keys(titles);
  const sorted = Object.entries({ ...before?.targets, ...fresh }).sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  const report = { ...now, machine: machine(), targets: Object.fromEntries(sorted) };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'latest.json');
  const style = { ...(await resolveConfig(file)), parser: 'json' };
  writeFileSync(file, await format(JSON.stringify(report), style));
  writeFileSync(join(folder, 'latest.md'), markdown(report));
  drawCharts(report, join(root, 'docs/bench'));
}
