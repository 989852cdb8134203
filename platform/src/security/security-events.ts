import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { RequestContext } from '../context/request-context.js';
import type { Tx } from '../database/transaction.js';
import { LOGGER } from '../observability/logger.js';
import { Counter } from '../observability/metrics.js';
import { networkOf } from './network-of.js';

/** The names of the OWASP Logging Vocabulary that occur here, with their level; docs/operate.md says what each is. */
export const securityEvents = {
  authn_login_success: 'info',
  authn_login_fail: 'warn',
  authn_login_lock: 'warn',
  authn_login_fail_max: 'warn',
  authn_password_change: 'info',
  authn_token_reuse: 'warn',
  authz_fail: 'warn',
  authz_admin: 'info',
  session_expired: 'info',
  user_created: 'info',
  privilege_permissions_changed: 'info',
  excess_rate_limit_exceeded: 'warn',
  malicious_cors: 'warn',
} as const;
export type SecurityEvent = keyof typeof securityEvents;

/** What a line says besides who asked. Ids, codes and figures: no secrets, no addresses, no names. */
export interface SecurityFacts {
  /** Who did it, where the request says nothing of that yet. */
  actorId?: string;
  actorRole?: string;
  /** Whom or what it happened to. */
  targetId?: string;
  companyId?: string;
  sessionId?: string;
  /** HMAC of an address that somebody typed: the same for the same one. */
  account?: string;
  reason?: string;
  /** The request on the bus, or the route. */
  subject?: string;
  /** How it ended: `OK`, or the code of the problem. */
  code?: string;
  right?: string;
  role?: string;
  rights?: readonly string[];
  failures?: number;
  /** Seconds. */
  wait?: number;
  /** How often since the last line about the same. */
  times?: number;
}

const counted = new Counter({
  name: 'tessera_security_events_total',
  help: 'Security events by name, also those that were not written because the same had been written a moment before.',
  labelNames: ['event'],
});

/** What may come thousands of times a second is written once in this time, with how often it came. Milliseconds. */
const SELDOM_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/**
 * The security log: one line in the service's log for each event, under its own field `security`, whatever level the rest
 * of the log has.
 */
@Injectable()
export class SecurityEvents {
  private readonly logger: Logger;
  private readonly lately = new LRUCache<string, { at: number; times: number }>({ max: MAX_REMEMBERED });

  constructor(@Inject(LOGGER) logger: Logger) {
    this.logger = logger.level === 'silent' ? logger : logger.child({}, { level: 'info' });
  }

  note(event: SecurityEvent, ctx: RequestContext, facts: SecurityFacts = {}): void {
    counted.inc({ event });
    this.write(event, ctx, facts);
  }

  /** Of what a transaction does: only if it commits, and once, however often it runs. */
  noteCommitted(event: SecurityEvent, tx: Tx, facts: SecurityFacts = {}): void {
    tx.afterCommit(() => this.note(event, tx.ctx, facts));
  }

  /** For what a flood brings: of the same kind by the same caller, one line a minute. */
  noteSeldom(event: SecurityEvent, ctx: RequestContext, facts: SecurityFacts = {}): void {
    counted.inc({ event });
    const key = [event, facts.subject, ctx.actor?.userId ?? networkOf(ctx.clientAddress)].join(' ');
    const now = performance.now();
    const last = this.lately.get(key);
    if (last && now - last.at < SELDOM_MS) {
      last.times++;
      return;
    }
    this.lately.set(key, { at: now, times: 0 });
    this.write(event, ctx, { ...facts, times: 1 + (last?.times ?? 0) });
  }

  private write(event: SecurityEvent, { actor, clientAddress, trace }: RequestContext, facts: SecurityFacts) {
    const who = actor && {
      actorId: actor.userId,
      actorRole: actor.role,
      ...(actor.companyId ? { companyId: actor.companyId } : {}),
      sessionId: actor.sessionId,
    };
    const network = networkOf(clientAddress);
    const security = { event, ...who, ...(network ? { network } : {}), ...facts };
    this.logger[securityEvents[event]]({ security, traceId: trace.traceId }, event);
  }
}
