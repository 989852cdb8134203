import { SpanStatusCode } from '@opentelemetry/api';
import { sqlSpan } from '../observability/telemetry.js';
import { wrapQueries } from './pg-internals.js';

let installed = false;

/** Gives every statement a span while traces are recorded. Parameters are never recorded: they hold people's data. */
export function traceSql(): void {
  if (installed) return;
  installed = true;
  wrapQueries(
    (query) =>
      function (this: unknown, ...parameters: unknown[]) {
        const first = parameters[0] as string | { text?: string } | undefined;
        const span = sqlSpan(typeof first === 'string' ? first : (first?.text ?? ''));
        const result = query.apply(this, parameters);
        if (!span) return result;
        const end = (error?: unknown) => {
          if (error) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        };
        if (result instanceof Promise) result.then(() => end(), end);
        else end();
        return result;
      },
  );
}
