import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/settings.mjs';
import { byVersion } from './released.mjs';

/**
 * The contracts as they stood on main, commit by commit. A release is recorded now and then; what has landed since then runs
 * somewhere too, and is not to be broken either. `npm run generate` writes the file, and git keeps every version that landed.
 */
export const landedFile = 'docs/api/landed.json';
/**
 * What looks broken and breaks nobody, each with its reason: what was changed before anybody was served it
 * (`npm run generate -- --break REASON`), and a rule that a service applied before its contract stated it. The latter names in
 * `refusedSince` the release since which it is applied, and counts against that release too.
 */
export const breaksFile = 'contracts/released/breaks.json';

/** So many changes of the contracts are looked back. */
const VERSIONS = 30;
const SHORTEST_REASON = 15;

/** @typedef {{ subject: string, where: string, what: string }} Break */
/** @typedef {Break & { reason: string, refusedSince?: string }} Excused */

/**
 * Every version that landed, as git has it: a file that was changed or deleted on the way excuses nothing. Where there is no
 * git, the file itself.
 * @returns {Record<string, any>[]} contracts by subject, the newest first
 */
export function landedContracts(folder = root) {
  const git = (/** @type {string[]} */ ...parameters) => {
    const { status, stdout } = spawnSync('git', parameters, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return status === 0 ? stdout.trim() : '';
  };
  const base = git('merge-base', 'HEAD', 'main') || git('merge-base', 'HEAD', 'origin/main') || 'HEAD';
  const commits = git('log', `-${VERSIONS}`, '--format=%H', base, '--', landedFile)
    .split('\n')
    .filter(Boolean);
  const versions = commits.map((commit) => git('show', `${commit}:./${landedFile}`)).filter(Boolean);
  const file = join(folder, landedFile);
  if (!versions.length && existsSync(file)) versions.push(readFileSync(file, 'utf8'));
  return [...new Set(versions)].map((text) => JSON.parse(text));
}

/** @returns {Excused[]} */
export function excusedBreaks(folder = root) {
  const file = join(folder, breaksFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/**
 * What was served on main and would not be any more.
 * @param {any} kit
 * @param {Record<string, any>} current
 * @param {readonly Record<string, any>[]} landed
 * @param {readonly Excused[]} excused
 * @returns {Break[]} each once
 */
export function brokenSinceLanding(kit, current, landed = landedContracts(), excused = excusedBreaks()) {
  const allowed = keysOf(excused);
  /** @type {Map<string, Break>} */
  const found = new Map();
  for (const version of landed) {
    for (const { subject, where, what, breaking } of kit.compareContracts(version, current)) {
      const change = { subject, where, what };
      if (breaking && !allowed.has(key(change))) found.set(key(change), change);
    }
  }
  return [...found.values()];
}

/**
 * What has changed since a release; what it refused already breaks nobody.
 * @param {any} kit
 * @param {import('./released.mjs').Release} release
 * @param {Record<string, any>} current
 * @param {readonly Excused[]} excused
 * @returns {(Break & { breaking: boolean })[]}
 */
export function changesSince(kit, release, current, excused = excusedBreaks()) {
  const refused = keysOf(
    excused.filter((e) => e.refusedSince && byVersion(e.refusedSince, release.version) <= 0),
  );
  return kit
    .compareContracts(release.contracts, current)
    .map((/** @type {any} */ c) => ({ ...c, breaking: c.breaking && !refused.has(key(c)) }));
}

/** @param {Break} change */
const key = ({ subject, where, what }) => `${subject} ${where} ${what}`;

/** @param {readonly Excused[]} excused */
const keysOf = (excused) => new Set(excused.filter(({ reason }) => isReason(reason)).map(key));

/** @param {unknown} text */
export const isReason = (text) => typeof text === 'string' && text.trim().length >= SHORTEST_REASON;
