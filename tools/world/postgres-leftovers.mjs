import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprint, stopProcess } from './processes.mjs';

/** A killed Postgres leaves its pid file, and for a moment its workers, who hold the shared memory. @param {string} dir */
export async function clearLeftovers(dir) {
  const file = join(dir, 'postmaster.pid');
  const pid = Number(pidFile(dir)[0]);
  const print = pid > 1 ? fingerprint(pid) : undefined;
  if (print && commandLine(pid).includes(dir))
    await stopProcess({ pid, fingerprint: print }, { signal: 'SIGINT' });
  for (const end = Date.now() + 10_000; worksIn(dir) && Date.now() < end;) await sleep(50);
  rmSync(file, { force: true });
}

/** @param {string} dir */
function worksIn(dir) {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === dir;
    } catch {
      return false;
    }
  });
}

/** @param {number} pid */
function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} dir @returns {string[]} pid, folder, start, port, socket folder, address, shared memory, status */
function pidFile(dir) {
  try {
    return readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** @param {string} dir @returns {boolean} whether Postgres itself says so */
export const saysReady = (dir) => pidFile(dir)[7]?.trim() === 'ready';
