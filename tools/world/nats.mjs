import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { findNats } from './nats-binary.mjs';
import { launchReady, plainEnvironment } from './processes.mjs';

/**
 * @typedef {object} NatsOptions
 * @property {string} dir      holds the configuration and the JetStream store
 * @property {number} port
 * @property {string} config   text of the configuration; it names the same port, and `dir` as its store
 * @property {string} logFile
 * @property {(line: string) => void} [say]
 */

/**
 * Starts NATS by itself, for the test runner.
 * @param {NatsOptions} options
 */
export async function startNats(options) {
  const { pid, fingerprint, stop } = await launchReady(await natsPart(options));
  return { url: natsUrl(options.port), pid, fingerprint, stop };
}

/** @param {number} port */
export const natsUrl = (port) => `nats://127.0.0.1:${port}`;

/** @param {NatsOptions} options @returns {Promise<import('./processes.mjs').Part>} */
export async function natsPart({ dir, port, config, logFile, say }) {
  const command = await findNats(say);
  const file = join(dir, 'nats.conf');
  mkdirSync(dir, { recursive: true });
  writeFileSync(file, config, { mode: 0o600 });
  return {
    name: 'nats',
    command,
    args: ['-c', file],
    env: plainEnvironment(),
    logFile,
    ready: () => greets(port),
  };
}

/** @param {number} port @returns {Promise<boolean>} whether a NATS server says its first line there */
function greets(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1', timeout: 1000 });
    const done = (/** @type {boolean} */ yes) => (socket.destroy(), resolve(yes));
    socket.once('data', (chunk) => done(chunk.toString().startsWith('INFO ')));
    socket
      .once('error', () => done(false))
      .once('timeout', () => done(false))
      .once('close', () => done(false));
  });
}
