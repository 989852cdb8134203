import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Span,
} from '@opentelemetry/api';
import type { IdGenerator, NodeTracerProvider, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { RequestContext } from '../context/request-context.js';
import type { Trace } from './trace.js';
import type { BuildInfo } from './build-info.js';

let active = false;
let provider: NodeTracerProvider | null = null;
/** The trace of the root span that is begun next: logs and problem documents have named it already. */
let nextTraceId: string | null = null;

/**
 * Traces are made only where somebody collects them: `OTEL_EXPORTER_OTLP_ENDPOINT`, or a processor given by a test.
 * Without, the trace id still travels with every request, for logs and problem documents.
 * What makes and sends spans is loaded only then: several megabytes in each process.
 * @returns whether spans are recorded
 */
export async function startTelemetry(
  build: BuildInfo,
  endpoint?: string,
  processor?: SpanProcessor,
): Promise<boolean> {
  if (!endpoint && !processor) return active;
  const [{ W3CTraceContextPropagator }, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] =
    await Promise.all([
      import('@opentelemetry/core'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace-node'),
    ]);
  provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': build.name,
      'service.version': build.version,
      'vcs.ref.head.revision': build.commit,
      'tessera.build': build.build,
      'tessera.contracts': build.contracts,
    }),
    idGenerator: idsThatKeepTheTrace(new sdk.RandomIdGenerator()),
    spanProcessors: [
      processor ?? new sdk.BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` })),
    ],
  });
  provider.register({ propagator: new W3CTraceContextPropagator() });
  active = true;
  return true;
}

function idsThatKeepTheTrace(random: IdGenerator): IdGenerator {
  return {
    generateSpanId: () => random.generateSpanId(),
    generateTraceId: () => nextTraceId ?? random.generateTraceId(),
  };
}

/** Begins a span under its cause; without one as the root of its trace, not under a parent that does not exist. */
function begin<T>(cause: Trace, start: (parent: Context) => T): T {
  if (!cause.isRoot) return start(propagation.extract(context.active(), { traceparent: cause.header }));
  nextTraceId = cause.traceId;
  try {
    return start(ROOT_CONTEXT);
  } finally {
    nextTraceId = null;
  }
}

export const isTracing = (): boolean => active;

export async function stopTelemetry(): Promise<void> {
  await provider?.shutdown().catch(() => undefined);
  provider = null;
  active = false;
}

type Kind = 'client' | 'server' | 'producer' | 'consumer' | 'internal';
const kinds: Record<Kind, SpanKind> = {
  client: SpanKind.CLIENT,
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/** Runs `work` in a span of the request's trace; `work` gets the `traceparent` to pass on. */
export async function withSpan<T>(
  name: string,
  kind: Kind,
  of: RequestContext | Trace,
  work: (traceparent: string) => Promise<T>,
): Promise<T> {
  const carried = 'trace' in of ? of.trace : of;
  if (!active) return work(carried.header);
  const run = (parent: Context) =>
    trace.getTracer('tessera').startActiveSpan(name, { kind: kinds[kind] }, parent, async (span) => {
      nextTraceId = null;
      try {
        return await work(carried.with(span.spanContext().spanId).header);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
        throw error;
      } finally {
        span.end();
      }
    });
  return trace.getActiveSpan() ? run(context.active()) : begin(carried, run);
}

export interface HttpSpan {
  /** The trace context for everything that the request causes. */
  trace: Trace;
  end(route: string, status: number): void;
}

/** The span of a request that came in over HTTP, under the caller's trace; null when nobody traces. */
export function httpSpan(method: string, caller: () => Trace): HttpSpan | null {
  if (!active) return null;
  const incoming = caller();
  const span = begin(incoming, (parent) =>
    trace.getTracer('tessera').startSpan(method, { kind: SpanKind.SERVER }, parent),
  );
  const { traceId, spanId } = span.spanContext();
  return {
    trace: incoming.traceId === traceId ? incoming.with(spanId) : incoming,
    end: (route, status) => {
      span
        .updateName(`${method} ${route}`)
        .setAttributes({ 'http.route': route, 'http.response.status_code': status });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** A span for one SQL statement, inside whatever span is active; null when nobody traces. */
export function sqlSpan(statement: string): Span | null {
  if (!active || !trace.getActiveSpan()) return null;
  return trace.getTracer('tessera').startSpan(statement.trimStart().slice(0, 60), {
    kind: SpanKind.CLIENT,
    attributes: { 'db.system': 'postgresql' },
  });
}
