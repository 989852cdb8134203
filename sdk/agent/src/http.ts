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
  if (response.ok && parsed && typeof parsed === 'object') return parsed as T;
  const problem = (parsed ?? {}) as { code?: unknown; detail?: unknown };
  const retryAfter = Number(response.headers.get('retry-after'));
  throw new AgentRefused(
    typeof problem.code === 'string' ? problem.code : 'UNEXPECTED_REPLY',
    response.status,
    typeof problem.detail === 'string' ? problem.detail : 'the reply is not the documented one',
    retryAfter > 0 ? retryAfter : null,
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
