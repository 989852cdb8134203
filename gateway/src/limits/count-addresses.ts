import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';

import type { CallerLimitGuard } from './caller-limit.guard.js';
import { PREFIX, routes } from '../http/routes.js';
import type { CallerLimits, Counted } from './caller-limits.js';

/** Routes whose caller the guard counts, beside those with a contract. */
const GUARDED = [`${PREFIX}/events`, `${PREFIX}/uploads`, `${PREFIX}/uploads/:id`];
const kinds: Record<string, Counted> = { '/healthz': 'probe', '/readyz': 'probe', '/*': 'file' };

/** Size of a body that may be answered from memory. */
const MAX_IDLE_BODY_BYTES = 2 * 1024;

/**
 * Counts requests that need no session by their address: documentation, probes, files of the portal, and paths that do not
 * exist. Routes that the guard counts are left out; there a caller over its limit is refused before the body is read.
 */
export function countAddresses(
  fastify: FastifyInstance,
  limits: CallerLimits,
  guard: Pick<CallerLimitGuard, 'requireRoom'>,
): void {
  const known = new Map(routes().map((r) => [`${r.method} ${PREFIX}${r.path}`, r]));
  const guarded = new Set([...GUARDED, ...routes().map(({ path }) => PREFIX + path)]);
  const counting =
    (kind: Counted): onRequestHookHandler =>
    (request, _reply, done) => {
      try {
        limits.take(request.ip, kind);
        done();
      } catch (error) {
        done(error as Error);
      }
    };
  const unknown = counting('request');
  fastify.addHook('onRoute', (route) => {
    if (guarded.has(route.url)) {
      // Only requests with a body: for all others the guard runs no later.
      const definition = known.get(`${String(route.method)} ${route.url}`);
      if (!definition || definition.method === 'GET' || definition.method === 'DELETE') return;
      const early: onRequestHookHandler = (request, _reply, done) => {
        try {
          if (!definition.options.fromMemory || !mayBeIdle(request)) guard.requireRoom(request, definition);
          done();
        } catch (error) {
          done(error as Error);
        }
      };
      route.onRequest = [early, ...[route.onRequest ?? []].flat()];
      return;
    }
    const first = counting(kinds[route.url] ?? 'request');
    route.onRequest = [first, ...[route.onRequest ?? []].flat()];
  });
  fastify.addHook('onRequest', function (request, reply, done) {
    if (request.is404) unknown.call(this, request, reply, done);
    else done();
  });
}

const mayBeIdle = ({ headers }: FastifyRequest): boolean =>
  Number(headers['content-length'] ?? Infinity) <= MAX_IDLE_BODY_BYTES;
