#!/usr/bin/env node
/**
 * `npm test`: everything, on a bare clone too. The last line is "N passed, N failed".
 *   --only lint,types,documents,unit,e2e   some of it; all other arguments go to Jest
 */
import { checkMachine } from './start/1-machine.mjs';
import { installDependencies } from './start/3-dependencies.mjs';
import { build } from './start/4-build.mjs';
import { homeOf, root } from './start/settings.mjs';
import { runJest } from './test/jest.mjs';
import { releaseIsMissing } from './test/abilities.mjs';
import { startServers, sweep } from './test/servers.mjs';
import { findChromium } from './world/chromium.mjs';
import { explain } from './world/problem.mjs';
import { endRuns, run } from './world/run.mjs';

/** @typedef {import('./test/jest.mjs').Result} Result */

const names = /** @type {const} */ (['lint', 'types', 'documents', 'unit', 'e2e']);
const { only, extra } = readArguments(process.argv.slice(2));
const wants = (/** @type {string} */ name) => only.includes(name);
const total = { passed: 0, failed: 0 };
/** @type {import('./test/servers.mjs').Servers | undefined} */
let servers;
let stopping = false;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void stop(130));
await testAll();
await stop(total.failed > 0 ? 1 : 0);

async function testAll() {
  if (
    !(await step(
      'machine',
      prepared(() => checkMachine(homeOf())),
    ))
  )
    return;
  if (!(await step('dependencies', prepared(installDependencies)))) return;
  await step('build', prepared(build));
  // Each keeps one processor busy for about as long, and none writes.
  await Promise.all([lint(), typesToFormat()]);
  if (!wants('unit') && !wants('e2e')) return;
  await step(
    'servers',
    prepared(async (say) => void (servers = await startServers(say))),
  );
  const ready = servers;
  if (!ready) return;
  if (wants('unit')) await step('unit', (say) => runJest('unit', 'jest.config.mjs', extra, ready, say));
  if (!wants('e2e')) return;
  await step('journeys', (say) => runJest('journeys', 'jest.journeys.config.mjs', extra, ready, say));
  const noRelease = await releaseIsMissing();
  if (noRelease) {
    process.env.FAULT_WITHOUT = '20';
    console.log(`– fault 20 was NOT RUN: ${noRelease}`);
  }
  await step('faults', (say) => runJest('faults', 'jest.faults.config.mjs', extra, ready, say));
  // Without a browser its tests do not count as passed: that step has failed.
  const found = await step('chromium', prepared(findChromium));
  if (found) await step('browser', (say) => runJest('browser', 'jest.browser.config.mjs', extra, ready, say));
}

async function lint() {
  if (!wants('lint')) return;
  await step('oxlint', command('npx', 'oxlint', '--type-aware'));
  await step('lint', command('npx', 'eslint', '.'));
}

async function typesToFormat() {
  if (wants('types')) await step('types', command('npm', 'run', '--silent', 'typecheck'));
  if (wants('documents')) await step('documents', command(process.execPath, 'tools/generate.mjs', '--check'));
  if (wants('lint')) await step('format', command('npx', 'prettier', '--check', '.'));
}

/** Runs one step, tells how it went, and adds it to the total. @param {string} name @param {(say: (line: string) => void) => Promise<Result>} work */
async function step(name, work) {
  if (stopping) return false;
  const began = performance.now();
  const result = await work((line) => console.log(`  ${line}`)).catch(
    (error) => /** @type {Result} */ ({ passed: 0, failed: 1, output: toText(error) }),
  );
  if (stopping) return false;
  total.passed += result.passed;
  total.failed += result.failed;
  if (result.output) console.log(`\n${result.output}\n`);
  for (const test of result.skipped ?? []) console.log(`  SKIPPED ${test}`);
  const counts = result.passed + result.failed ? `${result.passed} passed, ${result.failed} failed` : 'ready';
  const skipped = result.skipped?.length ? `, ${result.skipped.length} skipped` : '';
  console.log(
    `${result.failed ? '✗' : '✓'} ${name.padEnd(13)} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${counts}${skipped}`,
  );
  return result.failed === 0;
}

/** What the tests need: counts only when it fails. @param {(say: (line: string) => void) => Promise<unknown>} work */
function prepared(work) {
  return async (/** @type {(line: string) => void} */ say) => (await work(say), { passed: 0, failed: 0 });
}

/** A whole program as one test. @param {string} program @param {string[]} args */
function command(program, ...args) {
  return async () => {
    const { code, output } = await run(program, args, { cwd: root, detached: true });
    return code === 0
      ? { passed: 1, failed: 0 }
      : { passed: 0, failed: 1, output: output.trim() || `${program} ended with code ${code}` };
  };
}

/** Stops by pid what this run has started, whatever happened, and says the total. @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  await endRuns();
  await sweep(servers?.dir);
  if (code === 130) console.log('interrupted');
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(code);
}

/** @param {unknown} error */
function toText(error) {
  const problem = explain(error);
  return problem
    ? [problem.message, problem.detail].filter(Boolean).join('\n')
    : String(error instanceof Error ? error.stack : error);
}

/** @param {string[]} args */
function readArguments(args) {
  const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (at < 0) return { only: [...names], extra: args };
  const inline = args[at].includes('=');
  const only = (inline ? args[at].slice('--only='.length) : (args[at + 1] ?? '')).split(',');
  const unknown = only.filter((name) => !(/** @type {readonly string[]} */ (names).includes(name)));
  if (unknown.length) {
    console.error(`--only takes ${names.join(', ')}, not ${unknown.join(', ')}.`);
    process.exit(2);
  }
  return { only, extra: args.toSpliced(at, inline ? 1 : 2) };
}
