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
import { Lane, type LaneOptions } from './lane.js';
import { refuse } from './refusal.js';

const lanes = new Map<string, Lane>();

export const laneWidth = new Gauge({
  name: 'tessera_http_lane_width',
  help: 'How many requests may be in work at once, by service.',
  labelNames: ['service'],
  collect() {
    for (const [service, lane] of lanes) this.set({ service }, lane.width);
  },
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Milliseconds of the request's budget that it spent waiting for a place. */
    waited?: number;
  }
}

interface Ticket {
  leave: (took?: number) => void;
  since: number;
}

/** Nobody has answered, or said that nothing was done: that says nothing about how long work takes. */
const UNANSWERED = 503;

/**
 * Admits so many requests to each service as it answers in time (see {@link Lane}); the rest gets 503 at once, before it
 * is parsed or anybody is asked about it. A place is taken only once the body is there, so that slow clients hold none,
 * and given back when the answer is made, whether or not the client still waits for it.
 */
export function admit(
  fastify: FastifyInstance,
  config: Pick<Config, 'SERVICE_CONCURRENCY' | 'SERVICE_TARGET_MS'>,
): void {
  lanes.clear();
  const { SERVICE_CONCURRENCY: most, SERVICE_TARGET_MS: target } = config;
  const tickets = new WeakMap<FastifyRequest, Ticket>();
  const known = new Map(routes().map((r) => [`${r.method} ${PREFIX}${r.path}`, r]));
  const laneOf = (name: string, options: LaneOptions): Lane => {
    let lane = lanes.get(name);
    if (!lane) lanes.set(name, (lane = new Lane(options)));
    return lane;
  };

  // Bound to each route once, since to ask a request for its route makes an object each time.
  fastify.addHook('onRoute', (route) => {
    // Fastify answers HEAD by the handler of GET, which asks the service no less.
    const method = route.method === 'HEAD' ? 'GET' : String(route.method);
    const definition = known.get(`${method} ${route.url}`);
    if (!definition) return;
    const { service } = definition.contract;
    const lane =
      definition.options.lane === 'passwords'
        ? laneOf(`${service}-passwords`, passwords(most, target))
        : laneOf(service, { most, target });
    const early: onRequestHookHandler = (request, reply, done) => {
      if (lane.isFull(addressKey(request.ip))) refuseRequest(service, request, reply, lane.retryAfter);
      else done();
    };
    const enter: preValidationHookHandler = (request, reply, done) => {
      const came = performance.now();
      lane.enter(
        (leave) => {
          // Whoever has gone while waiting is not worth any work.
          if (reply.raw.destroyed) return leave();
          const since = performance.now();
          request.waited = since - came;
          tickets.set(request, { leave, since });
          done();
        },
        () => refuseRequest(service, request, reply, lane.retryAfter),
        addressKey(request.ip),
      );
    };
    const leave: onSendHookHandler = (request, reply, _payload, done) => {
      const ticket = tickets.get(request);
      if (ticket) {
        tickets.delete(request);
        if (reply.statusCode >= UNANSWERED) ticket.leave();
        else ticket.leave(performance.now() - ticket.since);
      }
      done();
    };
    if (!definition.options.fromMemory) route.onRequest = [early, ...listOf(route.onRequest)];
    route.preValidation = [enter, ...listOf(route.preValidation)];
    route.onSend = [leave, ...listOf(route.onSend)];
  });
}

/**
 * A password takes a tenth of a second of a processor, by design, and so much more of everybody else's who gives one. So
 * they wait: an office that comes at nine is served one after the other, within the ten seconds that such a request has.
 */
const passwords = (most: number, target: number): LaneOptions => ({
  most: Math.ceil(most / 16),
  target: target * 4,
  reserve: 1 / 3,
  patience: 7_000,
  queue: 192,
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
  refuse(service, request, reply.raw, reply.getHeaders() as OutgoingHttpHeaders, retryAfter);
}
