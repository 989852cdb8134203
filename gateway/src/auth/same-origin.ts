import { refuse } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses cross-site requests: a browser says by `Sec-Fetch-Site` or `Origin` where an unsafe request comes from,
 * and scripts cannot change that. Programs send neither; so they may not use a cookie ({@link requireBrowser}).
 * @throws Refusal ORIGIN_REFUSED
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('ORIGIN_REFUSED');
  if (origin !== undefined && origin !== new URL(publicUrl).origin && !isOwnHost(origin, request))
    refuse('ORIGIN_REFUSED');
}

/**
 * A browser sends a cookie along whichever page causes the request. With an unsafe request every browser says where it comes
 * from; without that there is nothing to check, and the cookie is not taken.
 * @throws Refusal ORIGIN_REFUSED
 */
export function requireBrowser(request: FastifyRequest): void {
  if (!SAFE.has(request.method) && !isBrowser(request)) refuse('ORIGIN_REFUSED');
}

/** The same host under which the request came in: localhost and 127.0.0.1 are both right on a developer's machine. */
function isOwnHost(origin: string, request: FastifyRequest): boolean {
  return (
    URL.canParse(origin) &&
    new URL(origin).host === request.headers.host &&
    isLoopback(new URL(origin).hostname)
  );
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/** A page rather than a program: it may not see tokens. */
export const isBrowser = (request: FastifyRequest): boolean =>
  request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
