import { httpSeconds, httpSpan, type HttpSpan } from '@tessera/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { setTrace, traceOf } from './trace.js';

/** Headers of every answer (spec/security.md, "Headers and transport"). */
export function securityHeaders(config: Pick<Config, 'PUBLIC_URL'>): Record<string, string> {
  const https = config.PUBLIC_URL.startsWith('https:');
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '0',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-site',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cache-control': 'no-store',
    ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

export function secure(fastify: FastifyInstance, config: Pick<Config, 'PUBLIC_URL'>): void {
  const headers = securityHeaders(config);
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** One request in the log: by its route's pattern, without ids, addresses, or anything that the client sent. */
export interface Access {
  method: string;
  route: string;
  status: number;
  /** Milliseconds. */
  took: number;
  traceId: string;
}

/** Writes a line for each request, at `info` with ACCESS_LOG, and at `debug` otherwise. */
export function accessLog(logger: Logger, config: Pick<Config, 'ACCESS_LOG'>): (access: Access) => void {
  const level = config.ACCESS_LOG ? 'info' : 'debug';
  if (!logger.isLevelEnabled(level)) return () => undefined;
  return (access) => logger[level](access, 'request');
}

/** Durations and spans by route pattern, never by address: ids would make the figures endless. */
export function observe(fastify: FastifyInstance, log: (access: Access) => void = () => undefined): void {
  const spans = new WeakMap<FastifyRequest, HttpSpan>();
  const series = new Map<string, ReturnType<typeof httpSeconds.labels>>();
  const seriesOf = (route: string, status: number) => {
    const key = `${status} ${route}`;
    let found = series.get(key);
    if (!found) series.set(key, (found = httpSeconds.labels({ route, status })));
    return found;
  };
  fastify.addHook('onRequest', (request, _reply, done) => {
    const span = httpSpan(request.method, () => traceOf(request));
    if (span) {
      spans.set(request, span);
      setTrace(request, span.trace);
    }
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    spans.get(request)?.end(route, reply.statusCode);
    seriesOf(`${request.method} ${route}`, reply.statusCode).observe(reply.elapsedTime / 1000);
    const { method } = request;
    const took = Math.round(reply.elapsedTime * 10) / 10;
    log({ method, route, status: reply.statusCode, took, traceId: traceOf(request).traceId });
    done();
  });
}
