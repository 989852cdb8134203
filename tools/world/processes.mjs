import { execFileSync, spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logTail } from './logs.mjs';
import { Problem, explainLog } from './problem.mjs';

/**
 * One program of the world, and how to know that it serves.
 * @typedef {object} Part
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string | undefined>} env   the whole environment, nothing is inherited
 * @property {string} logFile
 * @property {() => Promise<boolean>} ready             asked again and again until true
 * @property {number} [readyWithin]                     milliseconds, 60 s unless told
 * @property {() => Promise<boolean>} [alive]           asked for as long as it runs; a part that hangs is killed
 * @property {() => Promise<void>} [prepare]            clears what an earlier run may have left
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {NodeJS.Signals} [stopSignal]              SIGTERM unless told
 * @property {number} [stopWithin]                      milliseconds until SIGKILL, 15 s unless told
 */

/** @typedef {{ pid: number, fingerprint: string }} ProcessId a pid alone may since belong to someone else */

/**
 * @typedef {ProcessId & { name: string, exited: Promise<string>, hasExited: () => boolean,
 *   ready: () => Promise<void>, stop: () => Promise<void> }} Running
 */

/** @param {number} pid @returns {string | undefined} what tells this process from a later one with the same pid */
export function fingerprint(pid) {
  if (process.platform !== 'linux') return startTimeByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined; // an orphan nobody has collected is gone
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function startTimeByPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @param {Partial<ProcessId> | undefined} id @returns {boolean} whether exactly this process still runs */
export function isAlive(id) {
  return id?.pid !== undefined && id.fingerprint !== undefined && fingerprint(id.pid) === id.fingerprint;
}

/** Stops exactly this process: asks, waits, then kills. @param {ProcessId} id */
export async function stopProcess(
  id,
  { signal = /** @type {NodeJS.Signals} */ ('SIGTERM'), within = 15_000 } = {},
) {
  for (const [step, patience] of /** @type {[NodeJS.Signals, number][]} */ ([
    [signal, within],
    ['SIGKILL', 5_000],
  ])) {
    if (!isAlive(id)) return;
    try {
      process.kill(id.pid, step);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM') {
        throw new Problem(
          `Process ${id.pid} of an earlier start belongs to another user; stop it as that user or as root.`,
        );
      }
    }
    for (const end = Date.now() + patience; isAlive(id) && Date.now() < end;) await sleep(25);
  }
}

/**
 * Starts a part in a session of its own, so that Ctrl-C in the terminal reaches only the one who stops all in order.
 * @param {Part} part
 * @param {(running: Running) => void} [onSpawn] called before anything else can happen, to write the pid down
 * @returns {Promise<Running>}
 */
export async function launch(part, onSpawn = () => {}) {
  await part.prepare?.();
  mkdirSync(dirname(part.logFile), { recursive: true });
  const log = openSync(part.logFile, 'a');
  const from = fstatSync(log).size;
  const child = spawn(part.command, part.args, {
    cwd: part.cwd,
    env: part.env,
    uid: part.uid,
    gid: part.gid,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let gone = false;
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `stopped by ${signal}` : `exit code ${code}`));
  }).then((how) => ((gone = true), /** @type {string} */ (how)));
  if (child.pid === undefined) throw new Problem(`${part.name} could not be started: ${await exited}.`);

  /** @type {Running} */
  const running = {
    name: part.name,
    pid: child.pid,
    fingerprint: fingerprint(child.pid) ?? 'gone',
    exited,
    hasExited: () => gone,
    ready: () => untilReady(part, running, from),
    stop: () => stopProcess(running, { signal: part.stopSignal, within: part.stopWithin }),
  };
  onSpawn(running);
  return running;
}

/** Starts a part and waits until it serves; leaves nothing behind if it does not. @param {Part} part */
export async function launchReady(part) {
  const running = await launch(part);
  try {
    await running.ready();
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
}

/** @param {Part} part @param {Running} running @param {number} from where in the log this run begins */
async function untilReady(part, running, from) {
  const end = Date.now() + (part.readyWithin ?? 60_000);
  while (!(await part.ready().catch(() => false))) {
    const why = running.hasExited()
      ? `did not start (${await running.exited})`
      : Date.now() > end
        ? 'is still not ready'
        : undefined;
    if (why) {
      const tail = logTail(part.logFile, from);
      throw new Problem(`${part.name} ${why}. ${explainLog(tail) ?? `Its log is ${part.logFile}.`}`, {
        detail: tail,
      });
    }
    await sleep(50);
  }
}

/** What every program needs to run, and nothing of the person's environment besides. */
export function plainEnvironment() {
  const { PATH, HOME, LANG, TZ, TMPDIR } = process.env;
  return { PATH, HOME, LANG, TZ, TMPDIR };
}
