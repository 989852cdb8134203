import { setTimeout as sleep } from 'node:timers/promises';
import { logTail, rotateLog } from './logs.mjs';
import { fingerprint, launch, stopProcess } from './processes.mjs';
import { writeRuntime } from './record.mjs';

const restarts = { most: 5, within: 120_000 };
/** Milliseconds between two questions whether a part is alive, and how many in a row may stay without an answer. */
const questions = { every: 500, most: 3 };

/** @typedef {{ part: import('./processes.mjs').Part, running?: import('./processes.mjs').Running, deaths: number[] }} Kept */

/**
 * Keeps parts running, writes down every pid the moment it exists, and stops all in reverse order.
 * A part that dies is started again after 0.5, 1, 2, 4 and 8 s; at the sixth death within two minutes it is left alone.
 * One that hangs is killed: nats-server 2.9 gives it its share of the work for as long as it is connected.
 */
export class Supervisor {
  /** @type {Kept[][]} groups in the order of their start */
  #groups = [];
  #stopping = false;
  /** @type {import('./record.mjs').Runtime} */
  #runtime;

  /**
   * @param {string} home
   * @param {Pick<import('./record.mjs').Runtime, 'ports' | 'urls' | 'paths'>} facts
   * @param {(line: string) => void} say
   */
  constructor(home, facts, say) {
    this.home = home;
    this.say = say;
    this.#runtime = {
      state: 'starting',
      supervisor: { pid: process.pid, fingerprint: fingerprint(process.pid) ?? '' },
      processes: [],
      ...facts,
    };
    this.#record();
  }

  get runtime() {
    return this.#runtime;
  }

  /** Starts parts side by side, waits until they serve, and keeps them. @param {import('./processes.mjs').Part[]} parts */
  async start(...parts) {
    const group = parts.map((part) => /** @type {Kept} */ ({ part, deaths: [] }));
    this.#groups.push(group);
    await Promise.all(
      group.map(async (kept) => {
        rotateLog(kept.part.logFile);
        await this.#launch(kept);
        await kept.running?.ready();
        if (this.#stopping) return;
        void this.#watch(kept);
        void this.#guard(kept);
      }),
    );
  }

  /** @param {'ready' | 'stopping'} state */
  mark(state) {
    this.#runtime.state = state;
    this.#record();
  }

  /** The group started last is stopped first. */
  async stop() {
    this.#stopping = true;
    try {
      this.mark('stopping');
    } catch {
      // a full disk is no reason to leave anything running
    }
    for (const group of [...this.#groups].reverse())
      await Promise.all(group.map(({ running }) => running?.stop()));
  }

  /** @param {Kept} kept */
  async #launch(kept) {
    if (this.#stopping) return;
    await launch(kept.part, (running) => {
      kept.running = running;
      this.#record();
    });
    if (this.#stopping) await kept.running?.stop(); // Ctrl-C came while it was being started
  }

  /** @param {Kept} kept */
  async #watch(kept) {
    const { part, deaths } = kept;
    for (;;) {
      const how = await kept.running?.exited;
      if (this.#stopping) return;
      deaths.push(Date.now());
      const recent = deaths.filter((at) => at > Date.now() - restarts.within).length;
      this.say(
        `${part.name} died (${how}); its log ends with:\n${logTail(part.logFile, 0, 4).replace(/^/gm, '    ')}`,
      );
      if (recent > restarts.most)
        return this.say(
          `${part.name} keeps dying and is left alone; see ${part.logFile}. Ctrl-C stops the rest.`,
        );
      await sleep(500 * 2 ** (recent - 1));
      if (this.#stopping) return;
      try {
        await this.#launch(kept);
        await kept.running?.ready();
        if (this.#stopping) return;
        this.say(`${part.name} runs again (process ${kept.running?.pid}).`);
        void this.#guard(kept);
      } catch {
        if (!kept.running?.hasExited()) await kept.running?.stop(); // alive but never ready
      }
    }
  }

  /** For as long as this process of the part runs. @param {Kept} kept */
  async #guard({ part, running }) {
    // A process under the debugger stands still on purpose.
    if (!part.alive || !running || process.env.NODE_OPTIONS?.includes('--inspect')) return;
    // The bench holds services for a while.
    if (process.env.TESSERA_LEAVE_HUNG) return;
    for (let silent = 0; silent < questions.most;) {
      await sleep(questions.every, undefined, { ref: false });
      if (running.hasExited() || this.#stopping) return;
      silent = (await part.alive().catch(() => false)) ? 0 : silent + 1;
    }
    if (this.#stopping) return;
    this.say(`${part.name} (process ${running.pid}) does not answer any more and is killed.`);
    await stopProcess(running, { signal: 'SIGKILL' });
  }

  #record() {
    this.#runtime.processes = this.#groups
      .flat()
      .flatMap(({ part, running }) =>
        running ? [{ name: part.name, pid: running.pid, fingerprint: running.fingerprint }] : [],
      );
    writeRuntime(this.home, this.#runtime);
  }
}
