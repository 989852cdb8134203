import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { PREFIX, routes } from '../http/routes.js';
import type { CallerLimits, Counted } from './caller-limits.js';

/** Routes whose caller the guard finds out and counts, beside those with a contract. */
const GUARDED = [`${PREFIX}/events`, `${PREFIX}/uploads`, `${PREFIX}/uploads/:id`];
const kinds: Record<string, Counted> = { '/healthz': 'probe', '/readyz': 'probe', '/*': 'file' };

/**
 * What nobody signs in for counts for its address: documentation, probes, files of the portal, and paths that do not exist.
 * A route counts unless it is known that the guard does.
 */
export function countAddresses(fastify: FastifyInstance, limits: CallerLimits): void {
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
    if (guarded.has(route.url)) return;
    const first = counting(kinds[route.url] ?? 'request');
    route.onRequest = [first, ...[route.onRequest ?? []].flat()];
  });
  fastify.addHook('onRequest', function (request, reply, done) {
    if (request.is404) unknown.call(this, request, reply, done);
    else done();
  });
}
