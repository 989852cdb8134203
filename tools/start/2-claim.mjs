import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../world/processes.mjs';
import { claim, readRuntime, release, stopLeftovers } from '../world/record.mjs';

/** @param {string} home */
const lockOf = (home) => join(home, 'start.lock');

/**
 * Only one start per home.
 * @param {string} home
 * @returns {Promise<import('../world/record.mjs').Runtime | undefined>} what already runs, once it is ready
 */
export async function waitForHome(home) {
  for (let told = false; ; told = true) {
    const owner = claimHome(home);
    if (!owner) return undefined;
    const ready = () => {
      const runtime = readRuntime(home); // it may still be that of a start killed earlier
      return runtime?.state === 'ready' && runtime.supervisor.pid === owner.pid ? runtime : undefined;
    };
    if (ready()) return ready();
    if (!told) console.log(`Another start (process ${owner.pid}) is at work here; waiting for it.`);
    while (isAlive(owner) && !ready()) await sleep(200);
  }
}

/** @param {string} home @returns who has it, when it is not us */
export const claimHome = (home) => claim(lockOf(home));

/** @param {string} home */
export function releaseHome(home) {
  release(lockOf(home));
}

/** @param {string} home */
export async function clearLeftovers(home) {
  const stopped = await stopLeftovers(home);
  return stopped.length ? `stopped what a killed start had left: ${stopped.join(', ')}` : 'nothing left over';
}
