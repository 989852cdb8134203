import { Deadline, type Trace } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import type { RouteDefinition } from './routes.js';
import { traceOf } from './trace.js';

/** The longest that a request of a client may take over all hops, in milliseconds. */
const BUDGET = 6_000;
/** What the gateway itself may need beyond the contract's own time-out, in milliseconds. */
const MARGIN = 1_000;

interface Call {
  trace: Trace;
  deadline: Deadline;
  clientAddress: string;
}

const calls = new WeakMap<FastifyRequest, Call>();

/** What is known of a request before anybody knows who sends it; its time runs from when it is first asked for. */
export function callOf(request: FastifyRequest, route?: RouteDefinition): Call {
  let call = calls.get(request);
  if (!call) {
    const budget = Math.max(BUDGET, (route?.contract.timeout ?? 0) + MARGIN) - (request.waited ?? 0);
    call = { trace: traceOf(request), deadline: Deadline.in(budget), clientAddress: request.ip };
    calls.set(request, call);
  }
  return call;
}
