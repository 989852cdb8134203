import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/settings.mjs';

export const releasedFolder = process.env.TESSERA_RELEASED ?? join(root, 'contracts/released');

/** @typedef {{ version: string, commit: string, contracts: Record<string, any> }} Release */

/** @returns {Release | undefined} the release with the highest version */
export function newestRelease(folder = releasedFolder) {
  const versions = (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? [])
    .sort(byVersion);
  const newest = versions.at(-1);
  return newest && JSON.parse(readFileSync(join(folder, `${newest}.json`), 'utf8'));
}

/** @param {string} a @param {string} b */
export function byVersion(a, b) {
  const [x, y] = [a, b].map((v) => v.split('.').map(Number));
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}

/** The commit that is released, or `unknown` where this is no repository. */
export function commitOf() {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : 'unknown';
}
