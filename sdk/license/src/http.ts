import { LicenseRefused, ServiceUnreachable, type Problem } from './errors.js';

export interface HttpSettings {
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  /** Milliseconds for one attempt, reply body included. */
  timeout: number;
  /** Attempts in all. */
  attempts: number;
  /** Waits that many milliseconds; replaceable for tests. */
  wait: (milliseconds: number) => Promise<void>;
}

export interface Call {
  method: 'POST' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Reply {
  status: number;
  body: unknown;
}

const FIRST_DELAY = 500;
/** A service that wants a longer pause than this, in seconds, gets its wish: the error goes to the caller. */
const LONGEST_RETRY_AFTER = 30;

/**
 * Sends a call that may be repeated. Repeats after 503, a lost connection, a time-out, and IDEMPOTENCY_IN_PROGRESS (our
 * own earlier attempt is still at work); waits as `Retry-After` says, else 0.5 s, 1 s, 2 s, … with ±50 % jitter.
 * @throws LicenseRefused, ServiceUnreachable
 */
export async function send(settings: HttpSettings, call: Call): Promise<Reply> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendOnce(settings, call);
    } catch (error) {
      const delay = retryDelay(error, attempt);
      if (delay === undefined || attempt >= settings.attempts) throw error;
      await settings.wait(delay);
    }
  }
}

async function sendOnce(settings: HttpSettings, { method, path, headers, body }: Call): Promise<Reply> {
  const { response, text } = await exchange(settings, path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    // A redirect would carry the activation code to another address.
    redirect: 'manual',
    signal: AbortSignal.timeout(settings.timeout),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const parsed = parseJson(text);
  if (!response.ok) throw new LicenseRefused(readProblem(response, parsed));
  return { status: response.status, body: parsed };
}

async function exchange({ baseUrl, fetch }: HttpSettings, path: string, init: RequestInit) {
  try {
    const response = await fetch(`${baseUrl}/api/v1${path}`, init);
    return { response, text: await response.text() };
  } catch (error) {
    const timedOut = isRecord(error) && error.name === 'TimeoutError';
    throw new ServiceUnreachable(timedOut ? 'TIMEOUT' : 'NETWORK_UNREACHABLE', error);
  }
}

function retryDelay(error: unknown, attempt: number): number | undefined {
  const backOff = FIRST_DELAY * 2 ** (attempt - 1) * (0.5 + Math.random());
  if (error instanceof ServiceUnreachable) return backOff;
  if (!(error instanceof LicenseRefused)) return undefined;
  const { status, code, retryAfterSeconds } = error.problem;
  if (status !== 503 && code !== 'IDEMPOTENCY_IN_PROGRESS') return undefined;
  if (retryAfterSeconds === null) return backOff;
  // A little later than asked, so that all who were turned away do not come back in one moment.
  return retryAfterSeconds <= LONGEST_RETRY_AFTER ? retryAfterSeconds * 1000 + backOff / 4 : undefined;
}

function readProblem(response: Response, parsed: unknown): Problem {
  const body = isRecord(parsed) ? parsed : {};
  const errors = Array.isArray(body.errors) ? body.errors.filter(isRecord) : [];
  return {
    code: typeof body.code === 'string' ? body.code : 'UNEXPECTED_REPLY',
    status: response.status,
    detail: typeof body.detail === 'string' ? body.detail : `The service answered ${response.status}.`,
    traceId: typeof body.traceId === 'string' ? body.traceId : null,
    fieldErrors: errors.map(({ field, code, detail }) => ({
      field: `${field}`,
      code: `${code}`,
      detail: `${detail}`,
    })),
    retryAfterSeconds: readRetryAfter(response.headers.get('retry-after')),
  };
}

/** Seconds, or an HTTP date (RFC 9110 §10.2.3). */
function readRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The service said yes in a shape that is not the documented one. */
export function unexpectedReply(status: number): LicenseRefused {
  const detail = 'The reply has not the documented shape.';
  return new LicenseRefused({
    code: 'UNEXPECTED_REPLY',
    status,
    detail,
    traceId: null,
    fieldErrors: [],
    retryAfterSeconds: null,
  });
}
