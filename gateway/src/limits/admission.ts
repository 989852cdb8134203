import { addressKey, Gauge } from '@tessera/platform';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestHookHandler,
  onSendHookHandler,
  preValidationHookHandler,
} from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Config } from '../config.js';
import { PREFIX, routes } from '../http/routes.js';
import { AdaptiveConcurrencyLimiter, type LimiterOptions } from './adaptive-concurrency-limiter.js';
import { refuseOverload } from './refusal.js';

const limiters = new Map<string, AdaptiveConcurrencyLimiter>();

export const concurrencyLimit = new Gauge({
  name: 'tessera_http_lane_width',
  help: 'How many requests may be in work at once, by service.',
  labelNames: ['service'],
  collect() {
    for (const [service, limiter] of limiters) this.set({ service }, limiter.limit);
  },
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Milliseconds of the request's budget that it spent in the queue of a concurrency limiter. */
    queuedMs?: number;
  }
}

interface Admitted {
  release: (latencyMs?: number) => void;
  at: number;
}

/** From this status on no service has answered, or none has done anything: that says nothing about the latency of work. */
const UNANSWERED_STATUS = 503;

/**
 * Admits as many requests to each service as it answers in time ({@link AdaptiveConcurrencyLimiter}); the rest gets 503 at
 * once, before it is parsed or a service is asked about it. A request takes its slot only once its body is there, so that
 * slow clients hold none, and releases it when the answer is made, whether or not the client still waits for it.
 */
export function admit(
  fastify: FastifyInstance,
  config: Pick<Config, 'SERVICE_CONCURRENCY' | 'SERVICE_TARGET_MS'>,
): void {
  limiters.clear();
  const { SERVICE_CONCURRENCY: maxLimit, SERVICE_TARGET_MS: targetMs } = config;
  const admitted = new WeakMap<FastifyRequest, Admitted>();
  const known = new Map(routes().map((r) => [`${r.method} ${PREFIX}${r.path}`, r]));
  const limiterOf = (name: string, options: LimiterOptions): AdaptiveConcurrencyLimiter => {
    let limiter = limiters.get(name);
    if (!limiter) limiters.set(name, (limiter = new AdaptiveConcurrencyLimiter(options)));
    return limiter;
  };

  // Bound to each route once, since to ask a request for its route makes an object each time.
  fastify.addHook('onRoute', (route) => {
    // Fastify answers HEAD by the handler of GET, which asks the service no less.
    const method = route.method === 'HEAD' ? 'GET' : String(route.method);
    const definition = known.get(`${method} ${route.url}`);
    if (!definition) return;
    const { service } = definition.contract;
    const limiter =
      definition.options.limiter === 'passwords'
        ? limiterOf(`${service}-passwords`, passwordOptions(maxLimit, targetMs))
        : limiterOf(service, { maxLimit, targetMs });
    const early: onRequestHookHandler = (request, reply, done) => {
      if (limiter.isFull(addressKey(request.ip))) refuseRequest(service, request, reply, limiter.retryAfter);
      else done();
    };
    const acquire: preValidationHookHandler = (request, reply, done) => {
      const queuedAt = performance.now();
      limiter.acquire(
        (release) => {
          // The client disconnected while queued: the request is dropped.
          if (reply.raw.destroyed) return release();
          const at = performance.now();
          request.queuedMs = at - queuedAt;
          admitted.set(request, { release, at });
          done();
        },
        () => refuseRequest(service, request, reply, limiter.retryAfter),
        addressKey(request.ip),
      );
    };
    const release: onSendHookHandler = (request, reply, _payload, done) => {
      const slot = admitted.get(request);
      if (slot) {
        admitted.delete(request);
        if (reply.statusCode >= UNANSWERED_STATUS) slot.release();
        else slot.release(performance.now() - slot.at);
      }
      done();
    };
    if (!definition.options.fromMemory) route.onRequest = [early, ...listOf(route.onRequest)];
    route.preValidation = [acquire, ...listOf(route.preValidation)];
    route.onSend = [release, ...listOf(route.onSend)];
  });
}

/**
 * Checking a password takes a tenth of a second of a processor, by design, and delays every other check by as much. So these
 * requests are queued for longer: an office that signs in at nine is served one after the other, within the ten seconds that
 * such a request has.
 */
const passwordOptions = (maxLimit: number, targetMs: number): LimiterOptions => ({
  maxLimit: Math.ceil(maxLimit / 16),
  targetMs: targetMs * 4,
  reservedShare: 1 / 3,
  queueTimeoutMs: 7_000,
  maxQueue: 192,
});

const listOf = <T>(hooks: T | T[] | undefined): T[] =>
  hooks === undefined ? [] : Array.isArray(hooks) ? hooks : [hooks];

function refuseRequest(
  service: string,
  request: FastifyRequest,
  reply: FastifyReply,
  retryAfter: number,
): void {
  reply.hijack();
  refuseOverload(service, request, reply.raw, reply.getHeaders() as OutgoingHttpHeaders, retryAfter);
}
