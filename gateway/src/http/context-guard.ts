import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { CONFIG, Deadline, type Actor, refuse, RequestContext } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import { CallerLimits, weightOf } from '../limits/caller-limits.js';
import { Sessions } from '../auth/sessions.js';
import { bearerOf } from './input.js';
import { languageOf } from './language.js';
import { isOpen } from './open.js';
import { routeOf } from './route.js';
import type { RouteDefinition } from './routes.js';
import { requireBrowser, requireSameOrigin } from '../auth/same-origin.js';
import { sessionCookie } from '../auth/cookies.js';
import type { Config } from '../config.js';
import { traceOf } from './trace.js';

/** The longest that a request of a client may take over all hops, in milliseconds. */
const BUDGET = 6_000;
/** What the gateway itself may need beyond the contract's own time-out, in milliseconds. */
const MARGIN = 1_000;

/**
 * Finds out who asks, once, for every route, and makes the context that goes along with the request. Whether somebody
 * is signed in is checked here; what they may do, in the service that owns the data.
 */
@Injectable()
export class ContextGuard implements CanActivate {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CallerLimits) private readonly limits: CallerLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (isOpen(execution.getClass())) return true;
    await this.attach(request, routeOf(execution.getHandler()));
    return true;
  }

  /** @throws Refusal UNAUTHENTICATED, TOO_MANY_REQUESTS, ORIGIN_REFUSED (as RIGHT_MISSING) */
  async attach(request: FastifyRequest, route?: RouteDefinition): Promise<RequestContext> {
    requireSameOrigin(request, this.config.PUBLIC_URL);
    const address = request.ip;
    const open = isForAll(route);
    const credential = open ? null : this.credentialOf(request);
    const kind = route?.options.machines ? 'machine' : 'request';
    const weight = weightOf(request.bodyBytes ?? 0);
    if (!open && route && !credential) {
      this.limits.take(address, kind, weight);
      refuse('UNAUTHENTICATED');
    }
    const values = {
      trace: traceOf(request),
      deadline: Deadline.in(
        Math.max(BUDGET, (route?.contract.timeout ?? 0) + MARGIN) - (request.waited ?? 0),
      ),
      clientAddress: address,
    };
    const session = credential ? await this.sessions.resolve(credential, new RequestContext(values)) : null;
    this.limits.take(session?.userId ?? address, kind, weight);
    if (!session && !open && route) refuse('UNAUTHENTICATED');
    const actor: Actor | null = session && {
      userId: session.userId,
      companyId: session.companyId,
      role: session.role,
      rights: session.rights,
      sessionId: session.sessionId,
      ...(session.language ? { language: session.language } : {}),
    };
    request.tessera = new RequestContext({
      ...values,
      actor,
      actorToken: session?.actorToken ?? null,
      idempotencyKey: this.idempotencyKey(request, route),
      language: languageOf(request, actor?.language),
    });
    return request.tessera;
  }

  /**
   * Before the body is read: whoever has used up his limit already makes nobody read it.
   * @throws Refusal TOO_MANY_REQUESTS
   */
  requireRoom(request: FastifyRequest, route: RouteDefinition): void {
    const kind = route.options.machines ? 'machine' : 'request';
    const credential = isForAll(route)
      ? null
      : (bearerOf(request) ?? request.cookies?.[sessionCookie(this.config)] ?? null);
    const caller = credential === null ? 'nobody' : this.sessions.callerOf(credential);
    if (caller === 'somebody') return;
    if (caller === 'unknown') this.sessions.requireTurn(request.ip);
    else this.limits.requireRoom(caller === 'nobody' ? request.ip : caller.userId, kind);
  }

  /** A program's token, or a page's cookie, which is only good with proof of where an unsafe request comes from. */
  private credentialOf(request: FastifyRequest): string | null {
    const bearer = bearerOf(request);
    if (bearer !== null) return bearer;
    const cookie = request.cookies?.[sessionCookie(this.config)] ?? null;
    if (cookie !== null) requireBrowser(request);
    return cookie;
  }

  /** On every POST except sign-in and uploads. */
  private idempotencyKey(request: FastifyRequest, route?: RouteDefinition): string | null {
    const key = request.headers['idempotency-key'];
    if (key === undefined || route?.method !== 'POST' || route.path.startsWith('/auth/')) return null;
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
      refuse('VALIDATION_FAILED', {
        errors: [
          {
            field: 'Idempotency-Key',
            code: 'MALFORMED',
            detail: 'must be 1 to 255 visible ASCII characters',
          },
        ],
      });
    }
    return key;
  }
}

/** Nobody signs in for it, or the service that it asks knows the secret. */
const isForAll = (route?: RouteDefinition): boolean =>
  route?.contract.access.who === 'public' || route?.options.bearer !== undefined;
