import { Deadline, type Trace } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import type { RouteDefinition } from './routes.js';
import { traceOf } from './trace.js';

/** Time that a request of a client may take over all hops. */
const MAX_BUDGET_MS = 6_000;
/** Time that the gateway itself may need beyond the contract's own time-out. */
const GATEWAY_MARGIN_MS = 1_000;

interface Call {
  trace: Trace;
  deadline: Deadline;
  clientAddress: string;
}

const calls = new WeakMap<FastifyRequest, Call>();

/** What is known of a request before its sender is; its budget runs from the first call of this. */
export function callOf(request: FastifyRequest, route?: RouteDefinition): Call {
  let call = calls.get(request);
  if (!call) {
    const budget =
      Math.max(MAX_BUDGET_MS, (route?.contract.timeout ?? 0) + GATEWAY_MARGIN_MS) - (request.queuedMs ?? 0);
    call = { trace: traceOf(request), deadline: Deadline.in(budget), clientAddress: request.ip };
    calls.set(request, call);
  }
  return call;
}
