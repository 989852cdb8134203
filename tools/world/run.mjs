import { spawn } from 'node:child_process';

/** Each under way, with how to send it a signal. @type {Map<import('node:child_process').ChildProcess, (signal: NodeJS.Signals) => void>} */
const running = new Map();

/**
 * Runs a program to its end. With `detached`, what the program starts is a group with it and ends with it by {@link endRuns};
 * Ctrl-C of a terminal does not reach the group, so its caller listens for that.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void, onSpawn?: (pid: number) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} code -1 = it could not be started, or a signal ended it
 */
export function run(command, args, { onLine, onSpawn, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    running.set(child, (signal) => (options.detached ? killGroup(child, signal) : child.kill(signal)));
    if (child.pid) onSpawn?.(child.pid);
    let output = '';
    let rest = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (!onLine) return;
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(onLine);
      });
    }
    const done = (/** @type {number} */ code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.once('error', (error) => ((output += error.message), done(-1)));
    child.once('close', (code) => done(code ?? -1));
  });
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function killGroup({ pid }, signal) {
  try {
    if (pid) process.kill(-pid, signal);
  } catch (error) {
    // All of it has ended by itself.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** Ends whatever `run` has under way, for Ctrl-C. */
export async function endRuns() {
  const all = [...running];
  for (const [, send] of all) send('SIGTERM');
  const closed = Promise.all(
    all.map(
      ([child]) => new Promise((done) => (running.has(child) ? child.once('close', done) : done(undefined))),
    ),
  );
  const hard = setTimeout(() => all.forEach(([, send]) => send('SIGKILL')), 8_000);
  await closed;
  clearTimeout(hard);
}
