import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { homeOf, root } from '../start/settings.mjs';
import { readJson } from '../world/record.mjs';
import { run } from '../world/run.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: string[], output?: string }} Result `output` = what failed, in full */

/** Where the last run's answers lie, for `npm run trace`. @param {string} name */
export const resultsOf = (name) => join(homeOf(), 'test-results', `${name}.json`);

/**
 * Runs Jest with native modules; tells each file as it is done.
 * @param {string} name @param {string} config @param {string[]} extra
 * @param {import('./servers.mjs').Servers} servers
 * @param {(line: string) => void} say
 * @returns {Promise<Result>}
 */
export async function runJest(name, config, extra, servers, say) {
  if (!existsSync(join(root, config))) return { passed: 0, failed: 1, output: `${config} is missing.` };
  const file = resultsOf(name);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  // As arguments and not as NODE_OPTIONS, which would go on to every process that a test starts.
  const modules = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { code, output } = await run(
    process.execPath,
    [
      ...modules,
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config',
      join(root, config),
      '--json',
      '--outputFile',
      file,
      ...extra,
    ],
    {
      cwd: root,
      env: { ...process.env, ...servers.env, NODE_ENV: 'test', FORCE_COLOR: '0' },
      // Its workers would outlive it, with the worlds that they have started.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      onSpawn: (pid) => servers.note(name, pid),
      onLine: (line) => /^(PASS|FAIL) /.test(line) && say(line),
    },
  );
  const log = file.replace(/\.json$/, '.log');
  writeFileSync(log, output);
  const json = readJson(file);
  if (!json) return { passed: 0, failed: 1, output };
  const failures = json.testResults.flatMap(failuresOf);
  const failed = json.numFailedTests + json.numRuntimeErrorTestSuites;
  if (code !== 0 && failed === 0)
    return {
      passed: json.numPassedTests,
      failed: 1,
      output: `Jest ended with code ${code} although no test failed:\n${output.slice(-8000)}`,
    };
  return {
    passed: json.numPassedTests,
    failed,
    skipped: json.testResults.flatMap(skippedOf),
    output: failures.length ? `${failures.join('\n\n')}\n\nThe whole output is in ${log}.` : undefined,
  };
}

/** @param {any} suite of Jest's JSON */
function failuresOf(suite) {
  const path = relative(root, suite.name);
  const tests = suite.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
  if (suite.status === 'failed' && tests.length === 0) return [`● ${path} could not run\n${suite.message}`];
  return tests.map(
    (/** @type {any} */ test) => `● ${path} › ${test.fullName}\n${test.failureMessages.join('\n')}`,
  );
}

/** @param {any} suite of Jest's JSON */
function skippedOf(suite) {
  return suite.assertionResults
    .filter((/** @type {any} */ test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
    .map((/** @type {any} */ test) => `${relative(root, suite.name)} › ${test.fullName}`);
}
