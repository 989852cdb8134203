import { RequestContext, SecurityEvents, type SecurityEvent } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { traceOf } from './trace.js';

/** By the code with which the gateway itself refuses. What services refuse stands in their logs. */
const events: Record<string, SecurityEvent> = {
  TOO_MANY_REQUESTS: 'excess_rate_limit_exceeded',
  ORIGIN_REFUSED: 'malicious_cors',
  RIGHT_MISSING: 'authz_fail',
};

/** What the gateway writes into the security log. */
export class EdgeLog {
  private readonly security: SecurityEvents;

  constructor(logger: Logger) {
    this.security = new SecurityEvents(logger);
  }

  refused(code: string, request: FastifyRequest): void {
    const event = events[code];
    if (!event) return;
    const ctx = new RequestContext({
      trace: traceOf(request),
      clientAddress: request.ip,
      actor: request.tessera?.actor ?? null,
    });
    // The route's pattern: a path may carry any text that the client chose.
    const subject = `${request.method} ${request.routeOptions?.url ?? '(none)'}`;
    this.security.noteSeldom(event, ctx, { subject, code });
  }
}
