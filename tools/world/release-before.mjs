import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newestRelease } from '../documents/released.mjs';
import { projectOf, root, services } from '../start/settings.mjs';
import { Problem } from './problem.mjs';

/**
 * The newest release that is recorded, built from its own commit by its own tools. The first time it takes a minute; what is
 * built is kept below .tessera, since a release does not change.
 * @param {(line: string) => void} [say]
 * @returns {{ version: string, folder: string, programOf: (name: string) => string }} paths of programs begin at the folder
 */
export function releaseBefore(say = () => {}) {
  const release = newestRelease();
  if (!release) throw new Problem('No release is recorded in contracts/released.');
  const { version, commit } = release;
  const releases = join(root, '.tessera/releases');
  const folder = join(releases, `${version}-${commit.slice(0, 12)}`);
  const built = { version, folder, programOf: (/** @type {string} */ name) => programOf(folder, name) };
  if (existsSync(folder)) return built;
  say(`building ${version} from ${commit}`);
  mkdirSync(releases, { recursive: true });
  const draft = mkdtempSync(join(releases, 'draft-'));
  try {
    command(`git -C '${root}' archive ${commit} | tar -x -C '${draft}'`, root);
    command('npm ci --prefer-offline --ignore-scripts --no-audit --no-fund --loglevel=error', draft);
    command(`node node_modules/.bin/nx run-many -t build -p ${projects} --output-style=static`, draft);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return built;
}

/** Releases before 0.2.0 are not bundled. @param {string} folder @param {string} name */
function programOf(folder, name) {
  const project = projectOf(name);
  const programs = ['bundle', 'src', '.'].map((part) => join(project, 'dist', part, 'main.js'));
  const program = programs.find((path) => existsSync(join(folder, path)));
  if (!program) throw new Problem(`The release before has no program of ${name}.`);
  return program;
}

/** The portal's pages are not needed. */
const projects = [...services, 'gateway'].join(',');

/** @param {string} line @param {string} cwd */
function command(line, cwd) {
  const { NODE_ENV: _test, NODE_OPTIONS: _jest, ...rest } = process.env;
  const env = { ...rest, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' };
  const { status, stderr, stdout } = spawnSync('/bin/sh', ['-c', line], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Problem(`This failed in ${cwd}: ${line}`, { detail: `${stdout}\n${stderr}` });
}
