import { SpanStatusCode } from '@opentelemetry/api';
import pg from 'pg';
import { sqlSpan } from '../observability/telemetry.js';

type Query = (...parameters: unknown[]) => unknown;
let installed = false;

/**
 * Gives every statement a span while somebody traces. It wraps the one method through which TypeORM, the relay and plain
 * clients all go; parameters are never recorded, they hold people's data.
 */
export function traceSql(): void {
  if (installed) return;
  installed = true;
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...parameters: unknown[]) {
    const first = parameters[0] as string | { text?: string } | undefined;
    const span = sqlSpan(typeof first === 'string' ? first : (first?.text ?? ''));
    const result = original.apply(this, parameters);
    if (!span) return result;
    const end = (error?: unknown) => {
      if (error) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
    if (result instanceof Promise) result.then(() => end(), end);
    else end();
    return result;
  };
}
