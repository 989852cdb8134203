import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void, onSpawn?: (pid: number) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} code -1 = it could not be started, or a signal ended it
 */
export function run(command, args, { onLine, onSpawn, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    running.add(child);
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

/** Ends whatever `run` has under way, for Ctrl-C. */
export async function endRuns() {
  const all = [...running];
  for (const child of all) child.kill('SIGTERM');
  const closed = Promise.all(
    all.map(
      (child) => new Promise((done) => (running.has(child) ? child.once('close', done) : done(undefined))),
    ),
  );
  const hard = setTimeout(() => all.forEach((child) => child.kill('SIGKILL')), 8_000);
  await closed;
  clearTimeout(hard);
}
