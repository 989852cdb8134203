#!/usr/bin/env node
/**
 * `npm run test:changed [-- <base>]`: what a change affects since it left `base` (main), uncommitted files too: types of
 * everything, lint of the changed files, and the specs that import one of them, directly or not. Whole worlds are left
 * to `npm test`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root } from './start/settings.mjs';

/** These read the tree and do not import it. */
const READERS = [
  'tools/walk.spec.ts',
  'tools/texts.spec.ts',
  'tools/documents/components.spec.ts',
  'tools/lint/unscoped-repositories.spec.ts',
];

const base = process.argv[2] ?? 'main';
const git = (/** @type {string[]} */ ...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const [fork = base] = git('merge-base', base, 'HEAD');
const changed = [
  ...new Set([
    ...git('diff', '--name-only', '--relative', fork),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]),
].filter((file) => existsSync(`${root}/${file}`));
const sources = changed.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
if (!changed.length) {
  console.log(`nothing has changed since ${base}`);
  process.exit(0);
}

console.log(`changed since ${base}: ${changed.length}`);
run(process.execPath, 'tools/typecheck.mjs');
run('npx', 'prettier', '--check', '--ignore-unknown', ...changed);
if (sources.length) {
  run('npx', 'oxlint', '--type-aware', ...sources);
  run('npx', 'eslint', '--no-warn-ignored', ...sources);
}
run(
  process.execPath,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--config=jest.config.mjs',
  '--findRelatedTests',
  ...new Set([...changed, ...READERS]),
);

/** Ends with the code of the first that fails. @param {string} program @param {string[]} args */
function run(program, ...args) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
