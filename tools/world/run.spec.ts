import { endRuns, run } from './run.mjs';
import { fingerprint, isAlive } from './processes.mjs';

/** Starts another one, tells its pid, and waits as that does. */
const parent = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  console.log(child.pid);
  setInterval(() => undefined, 1000);`;

describe('a run that is ended', () => {
  it('takes what it has started with it', async () => {
    let ended: Promise<unknown> = Promise.resolve();
    const pid = await new Promise<number>((resolve) => {
      ended = run(process.execPath, ['-e', parent], {
        detached: true,
        onLine: (line) => resolve(Number(line)),
      });
    });
    const grandchild = { pid, fingerprint: fingerprint(pid) ?? '' };
    expect(isAlive(grandchild)).toBe(true);
    await endRuns();
    expect(await ended).toMatchObject({ code: -1 });
    for (const end = Date.now() + 5_000; isAlive(grandchild) && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAlive(grandchild)).toBe(false);
  });
});
