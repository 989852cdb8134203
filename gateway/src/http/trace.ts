import { Trace } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

const traces = new WeakMap<FastifyRequest, Trace>();

/** The trace of a request: the caller's, or a new one. */
export function traceOf(request: FastifyRequest): Trace {
  let trace = traces.get(request);
  if (!trace) traces.set(request, (trace = Trace.from(request.headers.traceparent as string | undefined)));
  return trace;
}

/** The id alone, for who writes a refusal without a request of Fastify's. */
export const traceIdOf = (headers: IncomingHttpHeaders): string =>
  Trace.from(headers.traceparent as string | undefined).traceId;

/** From now on the request goes on under this span. */
export function setTrace(request: FastifyRequest, trace: Trace): void {
  traces.set(request, trace);
}
