import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint, isAlive, stopProcess } from './processes.mjs';

/**
 * `runtime.json`: what runs in a home, for the next start, for tests and for people.
 * @typedef {object} Runtime
 * @property {'starting' | 'ready' | 'stopping'} state
 * @property {import('./processes.mjs').ProcessId} supervisor
 * @property {(import('./processes.mjs').ProcessId & { name: string })[]} processes  in the order of their start
 * @property {Record<string, number>} ports
 * @property {Record<string, string>} urls
 * @property {Record<string, string>} paths   home, secrets, logs
 */

/** @param {string} home */
export const runtimeFile = (home) => join(home, 'runtime.json');

/** @param {string} home @returns {Runtime | undefined} */
export function readRuntime(home) {
  return readJson(runtimeFile(home));
}

/** @param {string} home @param {Runtime} runtime */
export function writeRuntime(home, runtime) {
  writeJson(runtimeFile(home), runtime);
}

/** @param {string} home */
export function forgetRuntime(home) {
  rmSync(runtimeFile(home), { force: true });
}

/** @param {string} file @returns {any} undefined when missing or cut short */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Never leaves half a file, whenever it is interrupted. @param {string} file @param {unknown} value */
export function writeJson(file, value, mode = 0o600) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode });
  renameSync(draft, file);
}

/** Stops what a killed start left running, last started first. @param {string} home @returns {Promise<string[]>} names */
export async function stopLeftovers(home) {
  const runtime = readRuntime(home);
  const left = (runtime?.processes ?? []).filter(isAlive).reverse();
  for (const part of left)
    await stopProcess(part, { signal: part.name === 'postgres' ? 'SIGINT' : 'SIGTERM', within: 10_000 });
  forgetRuntime(home);
  return left.map((part) => part.name);
}

/**
 * Takes a lock that dies with its owner: the file names the process, and a dead owner's file is taken over.
 * @param {string} file
 * @returns {import('./processes.mjs').ProcessId | undefined} who holds it, when it is not us
 */
export function claim(file) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, fingerprint: fingerprint(process.pid) }));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(draft, file); // atomic, and complete from the first moment
        return undefined;
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      }
      const owner = readJson(file);
      if (isAlive(owner)) return owner;
      const aside = `${file}.stale.${process.pid}`;
      if (!existsSync(file)) continue;
      renameSync(file, aside);
      const moved = readJson(aside);
      if (isAlive(moved))
        renameSync(aside, file); // someone else was quicker between our two looks
      else rmSync(aside, { force: true });
    }
    return readJson(file);
  } finally {
    unlinkSync(draft);
  }
}

/** @param {string} file */
export function release(file) {
  if (readJson(file)?.pid === process.pid) rmSync(file, { force: true });
}
