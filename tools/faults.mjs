#!/usr/bin/env node
/**
 * `npm run faults`: real processes under load, each fault of spec/reliability.md in turn, the ledgers compared.
 *   5 8, --only 5,8  some of the faults
 *   --sabotage       what keeps the promises is taken away; the checker must say so
 *   --seconds 5      of load before and after each blow (5 unless told; 1 in `npm test`)
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkMachine } from './start/1-machine.mjs';
import { installDependencies } from './start/3-dependencies.mjs';
import { build } from './start/4-build.mjs';
import { exitOnProblem } from './start/exit.mjs';
import { homeOf } from './start/settings.mjs';
import { canMount, findFaketime, releaseIsMissing } from './test/abilities.mjs';
import { resultsOf, runJest } from './test/jest.mjs';
import { startServers, sweep } from './test/servers.mjs';
import { readJson } from './world/record.mjs';
import { endRuns } from './world/run.mjs';

/** The whole run ends by then, whatever hangs: an hour, in milliseconds. */
const AT_MOST = 60 * 60_000;
/** Faults that need no whole world are tested beside the code that withstands them. */
const runs = [
  {
    name: 'faults-platform',
    config: 'jest.config.mjs',
    paths: ['platform/src/(service/start-together|outbox/relay|inbox/)'],
  },
  { name: 'faults', config: 'jest.faults.config.mjs', paths: ['e2e/faults/'] },
];

const { only, seconds, sabotage } = readArguments();
const folder = mkdtempSync(join(tmpdir(), 'tessera-faults-'));
const report = join(folder, 'report.jsonl');
/** @type {import('./test/servers.mjs').Servers | undefined} */
let servers;
let stopping = false;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void stop(130, `interrupted (${signal})`));
setTimeout(() => void stop(1, `still running after ${AT_MOST / 60_000} minutes`), AT_MOST).unref();

try {
  await checkMachine(homeOf());
  await installDependencies(console.log);
  await build(console.log);
  servers = await startServers(console.log);
  Object.assign(process.env, { FAULT_SECONDS: String(seconds), FAULT_REPORT: report });
  const missing = await whatIsMissing();
  process.env.FAULT_WITHOUT = Object.keys(missing).join(',');
  let failed = 0;
  for (const { name, config, paths } of runs) {
    const some = sabotage ? 'the product without' : only && `fault (${only.join('|')})\\b`;
    const pattern = some ?? (name === 'faults' ? '' : 'fault \\d+');
    const result = await runJest(
      name,
      config,
      [...paths, ...(pattern ? ['-t', pattern] : [])],
      servers,
      // Half an hour without a word looks like a run that hangs.
      (line) => console.log(`  ${line}`),
    );
    failed += result.failed;
    tell(name);
    if (result.output && !stopping) console.log(`\n${result.output}\n`);
  }
  for (const [fault, why] of Object.entries(missing))
    if (!sabotage && (!only || only.includes(fault))) console.log(`– fault ${fault} was NOT RUN: ${why}`);
  await stop(failed ? 1 : 0, failed ? `${failed} failed` : 'Everything that was run held.');
} catch (error) {
  await endRuns();
  await sweep(servers?.dir);
  rmSync(folder, { recursive: true, force: true });
  exitOnProblem(error);
}

/** Each test in one line, and under it the figures of what it did. @param {string} name */
function tell(name) {
  const figures = existsSync(report)
    ? readFileSync(report, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  rmSync(report, { force: true });
  const tests = (readJson(resultsOf(name))?.testResults ?? []).flatMap(
    (/** @type {any} */ file) => file.assertionResults,
  );
  for (const { status, fullName, duration } of tests) {
    if (status !== 'passed' && status !== 'failed') continue;
    console.log(`${status === 'passed' ? '✓' : '✗'} ${fullName} (${((duration ?? 0) / 1_000).toFixed(1)} s)`);
  }
  if (figures.length) console.log('\nWhat clients saw:');
  for (const { fault, what, ...rest } of figures) {
    const facts = Object.entries(rest).map(
      ([key, value]) => `${key} ${typeof value === 'object' ? counts(value) : value}`,
    );
    console.log(
      `  ${fault ? `fault ${String(fault).padStart(2)}: ` : ''}${what}\n            ${facts.join(', ')}`,
    );
  }
}

/** What this machine cannot do, by fault, in words. @returns {Promise<Record<string, string>>} */
async function whatIsMissing() {
  /** @type {Record<string, string>} */
  const missing = {};
  if (!(await canMount())) missing[16] = 'a small file system (tmpfs) can be mounted by root alone';
  try {
    process.env.FAKETIME = await findFaketime(console.log);
  } catch (error) {
    missing[17] = error instanceof Error ? error.message : String(error);
  }
  const noRelease = await releaseIsMissing();
  if (noRelease) missing[20] = noRelease;
  return missing;
}

/** @param {Record<string, number>} byStatus */
function counts(byStatus) {
  return (
    Object.entries(byStatus)
      .map(([status, n]) => `${n} × ${status}`)
      .join(' and ') || 'none'
  );
}

/** Stops by pid what this run has started. @param {number} code @param {string} last */
async function stop(code, last) {
  if (stopping) return;
  stopping = true;
  await endRuns();
  await sweep(servers?.dir);
  rmSync(folder, { recursive: true, force: true });
  console.log(last);
  process.exit(code);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        sabotage: { type: 'boolean', default: false },
        seconds: { type: 'string', default: '5' },
      },
    });
    const numbers = [...positionals, ...(values.only?.split(',') ?? [])].map((text) => text.trim());
    if (numbers.some((text) => !/^\d+$/.test(text)) || !/^[1-9]\d*$/.test(values.seconds))
      throw new Error('numbers are needed');
    return {
      only: numbers.length ? numbers : undefined,
      seconds: Number(values.seconds),
      sabotage: values.sabotage,
    };
  } catch (error) {
    console.error(
      `Usage: npm run faults -- [5 8] [--sabotage] [--seconds 5]   (${error instanceof Error ? error.message : error})`,
    );
    process.exit(2);
  }
}
