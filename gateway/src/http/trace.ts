import { Trace } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';

const traces = new WeakMap<object, Trace>();

/** The trace of a request: the caller's, or a new one. */
export function traceOf(request: Pick<FastifyRequest, 'headers'>): Trace {
  let trace = traces.get(request);
  if (!trace) traces.set(request, (trace = Trace.from(request.headers.traceparent as string | undefined)));
  return trace;
}

/** What the request causes from here on is under this span. */
export function setTrace(request: FastifyRequest, trace: Trace): void {
  traces.set(request, trace);
}
