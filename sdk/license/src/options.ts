import type { LicenseWarning } from './activation.js';
import { requirePositive, requireText } from './arguments.js';
import type { Fetch } from './exchange.js';
import { readRootKeys } from './format/public-keys.js';
import type { HttpSettings } from './http.js';

export interface ClientOptions {
  /** Where the platform is served, `https://licenses.vendor.example`; plain http only to this machine. */
  baseUrl: string;
  /** Certificates are verified against it: PEM (SPKI, Ed25519); several, in one text or in a list, while one is being
   *  replaced. */
  rootPublicKey: string | readonly string[];
  /** For proxies and the like; the platform's own unless given. */
  fetch?: Fetch;
  /** Milliseconds for a whole call, all attempts and the pauses between them; 30,000 unless given. */
  timeout?: number;
  /** Milliseconds for one attempt; 10,000 unless given. */
  attemptTimeout?: number;
  /** Attempts in all; 4 unless given. */
  attempts?: number;
  /** Waits between attempts, milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
  /** Hears what the person should know although the call succeeds: the device's clock is wrong. */
  onWarning?: (warning: LicenseWarning) => void;
}

/** @throws TypeError on what cannot be meant */
export function readSettings(options: ClientOptions): HttpSettings {
  readRootKeys(options.rootPublicKey);
  const { timeout = 30_000, attemptTimeout = 10_000, attempts = 4 } = options;
  for (const [name, value] of Object.entries({ timeout, attemptTimeout, attempts }))
    requirePositive(value, name);
  const fetch = options.fetch ?? globalThis.fetch;
  if (typeof fetch !== 'function') throw new TypeError('There is no fetch here; give one.');
  return {
    baseUrl: readBaseUrl(options.baseUrl),
    fetch,
    timeout,
    attemptTimeout,
    attempts,
    wait: options.wait ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds))),
  };
}

/** The address without a slash at its end. Codes and tokens would travel in clear over http. */
function readBaseUrl(text: string): string {
  requireText(text, 'baseUrl');
  if (!URL.canParse(text)) throw new TypeError(`baseUrl is not an address: ${text}`);
  const url = new URL(text);
  // Not repeated in the message: it may be a real password.
  if (url.username || url.password) throw new TypeError('baseUrl must not hold a name or password.');
  if (url.search || url.hash) throw new TypeError(`baseUrl must end with its path: ${text}`);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new TypeError(`baseUrl must be https, except on this machine: ${text}`);
  }
  return url.href.replace(/\/+$/, '');
}
