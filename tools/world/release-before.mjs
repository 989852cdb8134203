import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestRelease } from '../documents/released.mjs';
import { root, services } from '../start/settings.mjs';
import { Problem } from './problem.mjs';

const apps = [...services.map((name) => `services/${name}`), 'gateway'];

/**
 * The newest release that is recorded, packed from its own commit by its own tools, as it was shipped. The first time it
 * takes some minutes; what is packed is kept below .tessera, since a release does not change.
 * @param {(line: string) => void} [say]
 * @returns {{ version: string, folderOf: (name: string) => string }}
 */
export function releaseBefore(say = () => {}) {
  const release = newestRelease();
  if (!release) throw new Problem('No release is recorded in contracts/released.');
  const { version, commit } = release;
  const folder = join(root, '.tessera/releases', `${version}-${commit.slice(0, 12)}`);
  const folderOf = (/** @type {string} */ name) => join(folder, name);
  if (existsSync(folder)) return { version, folderOf };
  say(`packing ${version} from ${commit}`);
  const source = mkdtempSync(join(tmpdir(), 'tessera-release-'));
  const draft = `${folder}.${process.pid}`;
  try {
    command(`git -C '${root}' archive ${commit} | tar -x -C '${source}'`, root);
    command('npm ci --prefer-offline --ignore-scripts --no-audit --no-fund --loglevel=error', source);
    command('npm run --silent build', source);
    mkdirSync(draft, { recursive: true });
    for (const app of apps) command(`node tools/pack.mjs ${app} '${join(draft, nameOf(app))}'`, source);
    renameSync(draft, folder);
  } finally {
    for (const path of [source, draft]) rmSync(path, { recursive: true, force: true });
  }
  return { version, folderOf };
}

const nameOf = (/** @type {string} */ app) => app.split('/').at(-1) ?? app;

/** @param {string} line @param {string} cwd */
function command(line, cwd) {
  const { NODE_ENV: _test, NODE_OPTIONS: _jest, ...env } = process.env;
  const { status, stderr, stdout } = spawnSync('/bin/sh', ['-c', line], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Problem(`This failed in ${cwd}: ${line}`, { detail: `${stdout}\n${stderr}` });
}
