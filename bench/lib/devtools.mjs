import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../tools/world/chromium.mjs';

/** More than a browser needs to end by itself: milliseconds. */
const TO_END = 5_000;

const alone = [
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-default-browser-check',
  '--window-size=1280,720',
  // Ends with this process, also when that is killed.
  '--remote-debugging-pipe',
];

/**
 * A browser that is told what to do by its DevTools protocol (https://chromedevtools.github.io/devtools-protocol/) alone. The
 * driver of the browser tests listens to every request of a page, for which Chromium reads all of a script again to know the
 * line that asked, and makes a second world of scripts in every page: half a second of a slowed processor that nobody pays
 * who just opens the page.
 */
export class Devtools {
  #last = 0;
  #read = '';
  /** @type {Map<number, { resolve: (result: any) => void, reject: (why: Error) => void }>} */
  #waiting = new Map();

  static async open() {
    const { executablePath, args, env } = await findChromium();
    const profile = mkdtempSync(join(tmpdir(), 'tessera-browser-'));
    const all = [...args, ...alone, `--user-data-dir=${profile}`, 'about:blank'];
    return new Devtools(
      spawn(executablePath, all, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }),
      profile,
    );
  }

  /** @param {import('node:child_process').ChildProcess} child @param {string} profile folder that is removed in the end */
  constructor(child, profile) {
    this.child = child;
    this.profile = profile;
    this.to = /** @type {import('node:stream').Writable} */ (child.stdio[3]);
    const from = /** @type {import('node:stream').Readable} */ (child.stdio[4]);
    from.setEncoding('utf8').on('data', (text) => this.#take(text));
    // What has broken off is told by the process's end.
    this.to.on('error', () => undefined);
    const ended = (/** @type {unknown} */ why) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`the browser has ended: ${why}`));
      this.#waiting.clear();
    };
    child.on('error', ended).on('exit', (code, signal) => ended(signal ?? code));
  }

  /**
   * @param {string} method e.g. Page.navigate @param {object} [params]
   * @param {string} [sessionId] of a page, from Target.attachToTarget
   * @returns {Promise<any>} the result; rejected with what the browser has against it
   */
  send(method, params = {}, sessionId) {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error('the browser has ended'));
      this.#waiting.set(++this.#last, { resolve, reject });
      this.to.write(`${JSON.stringify({ id: this.#last, method, params, sessionId })}\0`);
    });
  }

  get #ended() {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** @param {string} text */
  #take(text) {
    const messages = (this.#read + text).split('\0');
    this.#read = messages.pop() ?? '';
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const answer = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) answer?.reject(new Error(error.message));
      else answer?.resolve(result);
    }
  }

  async close() {
    if (!this.#ended) {
      const exit = once(this.child, 'exit');
      const kill = setTimeout(() => this.child.kill('SIGKILL'), TO_END);
      this.send('Browser.close').catch(() => undefined);
      await exit;
      clearTimeout(kill);
    }
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
