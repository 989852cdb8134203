import { AgentRefused, PlatformUnreachable } from './errors.js';

const TIMEOUT_MS = 15_000;

/** One POST below `/api/v1/agent/`. @throws AgentRefused, PlatformUnreachable */
export async function post<T>(baseUrl: string, path: string, body: object): Promise<T> {
  let response: Response;
  let parsed: unknown;
  try {
    response = await fetch(`${baseUrl}/api/v1/agent/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      // A redirect would carry codes and tokens to another address.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    parsed = await response.json().catch(() => null);
  } catch (error) {
    throw new PlatformUnreachable(`${path} got no answer`, { cause: error });
  }
  if (response.ok && isObject(parsed)) return parsed as T;
  throw failureOf(response, path, isObject(parsed) ? parsed : {});
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Only the platform's own no is a refusal, and what a proxy says of the body, which would not pass the next time either
 * (docs/agent-protocol.md, section 3). Everything else says nothing about the device.
 */
function failureOf(
  { status, headers }: Response,
  path: string,
  body: { code?: unknown; detail?: unknown },
): Error {
  const seconds = Number(headers.get('retry-after'));
  const retryAfter = seconds > 0 ? seconds : null;
  const isProblem = /^application\/problem\+json\b/i.test(headers.get('content-type') ?? '');
  if (isProblem && typeof body.code === 'string' && status < 500)
    return new AgentRefused(body.code, status, String(body.detail ?? ''), retryAfter);
  if (status === 400 || status === 413)
    return new AgentRefused('UNEXPECTED_REPLY', status, 'a proxy refuses the body', retryAfter);
  return new PlatformUnreachable(
    `${path} got an answer that is not the platform's (HTTP ${status})`,
    {},
    retryAfter,
  );
}

/** Without a slash at its end. Codes and tokens would travel in clear over http. @throws TypeError */
export function readBaseUrl(address: string): string {
  if (!URL.canParse(address)) throw new TypeError(`baseUrl is not an address: ${address}`);
  const url = new URL(address);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local))
    throw new TypeError(`baseUrl must be https, except on this machine: ${address}`);
  return url.href.replace(/\/+$/, '');
}
