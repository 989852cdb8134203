import { setTimeout as sleep } from 'node:timers/promises';
import {
  AuthorizationError,
  connect,
  nkeyAuthenticator,
  usernamePasswordAuthenticator,
  type ConnectionOptions,
  type NatsConnection,
} from '@nats-io/transport-node';

export interface BusAddress {
  /** Several servers are separated by commas. */
  url: string;
  nkeySeed?: string;
  user?: string;
  password?: string;
}

/** Interval in which the reason for waiting is reported. */
export const REPORT_INTERVAL_MS = 10_000;
const MAX_PAUSE_MS = 1_000;
/** The first refusal may come while the users of the bus are being changed; a second one means a wrong configuration. */
const MAX_REFUSALS = 2;

/**
 * Connects as soon as the bus is there. The client can wait by itself, but says nothing meanwhile: with a server that is down
 * or whose certificate is not trusted, a process stood there without a word.
 * @param waiting hears the reason at once and every ten seconds
 * @param timeoutMs after which the last reason is thrown
 */
export async function connectWithRetry(
  { url, nkeySeed, user, password }: BusAddress,
  options: ConnectionOptions,
  waiting: (reason: string) => void,
  timeoutMs = Infinity,
): Promise<NatsConnection> {
  const began = performance.now();
  let told = -Infinity;
  let refused = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect({
        servers: url.split(','),
        timeout: 5_000,
        ...options,
        ...(nkeySeed ? { authenticator: nkeyAuthenticator(new TextEncoder().encode(nkeySeed)) } : {}),
        ...(user ? { authenticator: usernamePasswordAuthenticator(user, password) } : {}),
      });
    } catch (error) {
      if (error instanceof AuthorizationError && ++refused >= MAX_REFUSALS) throw error;
      const now = performance.now();
      if (now - began >= timeoutMs) throw error;
      if (now - told >= REPORT_INTERVAL_MS) {
        told = now;
        waiting(`${withoutSecrets(url)}: ${reasonOf(error)}`);
      }
      await sleep(Math.min(200 * attempt, MAX_PAUSE_MS));
    }
  }
}

/** What an error and its causes say, in one line. */
export function reasonOf(error: unknown): string {
  const said: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code, message } = at as Error & { code?: string };
    const text = [message || at.name, code]
      .filter((part) => part && !said.join(' ').includes(part))
      .join(' ');
    if (text) said.push(text);
  }
  return said.join(': ') || String(error);
}

/** A URL may carry a password. */
const withoutSecrets = (url: string): string => url.replace(/\/\/[^@/,]*@/g, '//');
