import { LicenseRefused, ServiceUnreachable } from './errors.js';
import { exchange, type Exchanged, type Fetch } from './exchange.js';
import { readProblem } from './replies.js';

export interface HttpSettings {
  baseUrl: string;
  fetch: Fetch;
  /** Milliseconds for one attempt, reply body included. */
  attemptTimeout: number;
  /** Milliseconds for a call: all attempts and the pauses between them. */
  timeout: number;
  /** Attempts in all. */
  attempts: number;
  /** Waits that many milliseconds; replaceable for tests. */
  wait: (milliseconds: number) => Promise<void>;
}

/** What a caller may say about one call. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignalOfPlatform;
  /** Milliseconds for this call, in place of the client's `timeout`. */
  timeout?: number;
}

/** `AbortSignal`, where the program that compiles against this package knows it. */
export type AbortSignalOfPlatform = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : object;

export interface Call<T> extends CallOptions {
  method: 'POST' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** The answer as it is documented, or undefined if it is another one. */
  read: (status: number, body: unknown) => T | undefined;
}

const MIN_BACK_OFF_MS = 500;

/**
 * Sends a call that may be repeated, and repeats it after all that is no answer of the service, as long as the call's time
 * allows; waits as `Retry-After` says, else 0.5 s, 1 s, 2 s, … with ±50 % jitter.
 * @throws LicenseRefused, ServiceUnreachable, or the reason of the caller's signal
 */
export async function send<T>(settings: HttpSettings, call: Call<T>): Promise<T> {
  const end = performance.now() + (call.timeout ?? settings.timeout);
  for (let attempt = 1; ; attempt++) {
    call.signal?.throwIfAborted();
    try {
      const left = Math.min(settings.attemptTimeout, end - performance.now());
      return readAnswer(await exchange(settings, call, left), call);
    } catch (error) {
      if (!(error instanceof ServiceUnreachable)) throw error;
      const pause = pauseAfter(error, attempt);
      if (attempt >= settings.attempts || performance.now() + pause >= end) throw error;
      await pausing(settings.wait(pause), call.signal);
    }
  }
}

function readAnswer<T>(exchanged: Exchanged, call: Call<T>): T {
  const { status, text, retryAfterSeconds } = exchanged;
  const body = parseJson(text);
  if (status >= 200 && status < 300) {
    const answer = call.read(status, body);
    if (answer === undefined) throw new ServiceUnreachable('UNEXPECTED_REPLY', { status });
    return answer;
  }
  const problem = readProblem(exchanged, body);
  if (problem && saysNo(problem.status, problem.code, call.method)) throw new LicenseRefused(problem);
  const facts = { status, retryAfterSeconds, traceId: problem?.traceId ?? null };
  throw new ServiceUnreachable(unreachableCode(status, problem?.code), facts);
}

/** Codes below 500 that tell nothing about the license: nobody has looked at it, or not to the end. */
const NO_VERDICT = new Set([
  'CONFLICT',
  'CONTENT_TYPE_UNSUPPORTED',
  'HEADERS_TOO_LARGE',
  'IDEMPOTENCY_IN_PROGRESS',
  'METHOD_NOT_ALLOWED',
  'ORIGIN_REFUSED',
  'REQUEST_TIMEOUT',
  'TOO_MANY_REQUESTS',
  'URI_TOO_LONG',
]);

function saysNo(status: number, code: string, method: Call<unknown>['method']): boolean {
  if (status < 400 || status >= 500 || status === 429 || NO_VERDICT.has(code)) return false;
  // There is nothing at this address: for an activation that is to end this is an answer, else the address is wrong.
  return code !== 'NOT_FOUND' || method === 'DELETE';
}

function unreachableCode(status: number, code: string | undefined) {
  if (code === 'IDEMPOTENCY_IN_PROGRESS') return 'IN_PROGRESS';
  if (status === 429) return 'RATE_LIMITED';
  return status >= 500 && status < 600 ? 'SERVICE_ERROR' : 'UNEXPECTED_REPLY';
}

/** Milliseconds. */
function pauseAfter({ retryAfterSeconds }: ServiceUnreachable, attempt: number): number {
  const backOff = MIN_BACK_OFF_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
  // A little later than asked, so that all who were turned away do not come back in one moment.
  return retryAfterSeconds === null ? backOff : retryAfterSeconds * 1000 + backOff / 4;
}

async function pausing(pause: Promise<void>, signal: CallOptions['signal']): Promise<void> {
  if (!signal) return pause;
  const cut = new AbortController();
  const aborted = new Promise<void>((done) =>
    signal.addEventListener('abort', () => done(), { signal: cut.signal }),
  );
  await Promise.race([pause, aborted]);
  cut.abort();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
