/** One request and its answer, within a time and a size. */
import { ServiceUnreachable } from './errors.js';
import type { CallOptions } from './http.js';

/** The platform's `fetch`, where the program that compiles against this package knows it. */
export type Fetch = typeof globalThis extends { fetch: infer F }
  ? F
  : (url: string, init: object) => Promise<unknown>;

export interface Exchanged {
  status: number;
  /** Without parameters, in lower case; empty without one. */
  mediaType: string;
  retryAfterSeconds: number | null;
  text: string;
}

interface Asked extends CallOptions {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Longer answers are not read; a real one has some twenty thousand bytes at most. */
const MAX_ANSWER_BYTES = 65_536;

/** @throws ServiceUnreachable, or the reason of the caller's signal */
export async function exchange(
  { baseUrl, fetch }: { baseUrl: string; fetch: Fetch },
  { method, path, headers, body, signal }: Asked,
  milliseconds: number,
): Promise<Exchanged> {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(new Error('timed out')), milliseconds);
  const abort = () => cut.abort(signal!.reason);
  signal?.addEventListener('abort', abort);
  const init: RequestInit = {
    method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    // A redirect would carry the activation code to another address.
    redirect: 'manual',
    signal: cut.signal,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  try {
    // A fetch of the caller's own may not heed the signal.
    return await Promise.race([answerTo(fetch(`${baseUrl}/api/v1${path}`, init)), rejection(cut.signal)]);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ServiceUnreachable) throw error;
    throw new ServiceUnreachable(cut.signal.aborted ? 'TIMEOUT' : 'NETWORK_UNREACHABLE', { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
}

async function answerTo(asked: Promise<Response>): Promise<Exchanged> {
  const response = await asked;
  const { status, headers } = response;
  if (response.redirected || Number(headers.get('content-length')) > MAX_ANSWER_BYTES) {
    await response.body?.cancel();
    throw new ServiceUnreachable('UNEXPECTED_REPLY', { status });
  }
  return {
    status,
    mediaType: (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
    retryAfterSeconds: readRetryAfter(headers.get('retry-after')),
    text: await readText(response),
  };
}

async function readText({ status, body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early ends the connection.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > MAX_ANSWER_BYTES) throw new ServiceUnreachable('UNEXPECTED_REPLY', { status });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Seconds, or an HTTP date (RFC 9110 §10.2.3). */
function readRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
