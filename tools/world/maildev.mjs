import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launchReady, plainEnvironment } from './processes.mjs';

/**
 * @typedef {object} MaildevOptions
 * @property {string} dir       the mails, kept over a restart
 * @property {number} webPort   page and API
 * @property {number} smtpPort
 * @property {string} logFile
 */

/**
 * Starts the mail catcher by itself, for tests.
 * @param {MaildevOptions} options
 */
export async function startMaildev(options) {
  const { pid, fingerprint, stop } = await launchReady(maildevPart(options));
  return {
    url: smtpUrl(options.smtpPort),
    webUrl: `http://localhost:${options.webPort}`,
    pid,
    fingerprint,
    stop,
  };
}

/** @param {number} port */
export const smtpUrl = (port) => `smtp://127.0.0.1:${port}`;

/** @param {MaildevOptions} options @returns {import('./processes.mjs').Part} */
export function maildevPart({ dir, webPort, smtpPort, logFile }) {
  mkdirSync(dir, { recursive: true });
  const script = createRequire(import.meta.url).resolve('maildev/bin/maildev');
  return {
    name: 'maildev',
    command: process.execPath,
    args: [
      script,
      '--ip',
      '127.0.0.1',
      '--smtp',
      String(smtpPort),
      '--web',
      String(webPort),
      '--mail-directory',
      dir,
    ],
    env: plainEnvironment(),
    logFile,
    ready: async () => (await fetch(`http://127.0.0.1:${webPort}/healthz`)).ok,
    stopWithin: 5_000,
  };
}
