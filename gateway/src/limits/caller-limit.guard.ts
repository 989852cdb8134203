import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { CONFIG } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import { sessionCookie } from '../auth/cookies.js';
import { Sessions } from '../auth/sessions.js';
import type { Config } from '../config.js';
import { bearerOf } from '../http/input.js';
import { isOpen } from '../http/open.js';
import { routeOf, takesSession } from '../http/route.js';
import type { RouteDefinition } from '../http/routes.js';
import { CallerLimits, weightOf, type Counted } from './caller-limits.js';

/** Counts each request by its person, or by its address without a session. */
@Injectable()
export class CallerLimitGuard implements CanActivate {
  private readonly cookie: string;

  constructor(
    private readonly limits: CallerLimits,
    private readonly sessions: Sessions,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = sessionCookie(config);
  }

  /** @throws Refusal TOO_MANY_REQUESTS */
  canActivate(execution: ExecutionContext): boolean {
    const { user, ip, bodyBytes = 0 } = execution.switchToHttp().getRequest<FastifyRequest>();
    if (!isOpen(execution.getClass()))
      this.limits.take(user?.userId ?? ip, kindOf(routeOf(execution.getHandler())), weightOf(bodyBytes));
    return true;
  }

  /**
   * Before the body is read: that of a caller over its limit is not.
   * @throws Refusal TOO_MANY_REQUESTS
   */
  requireRoom(request: FastifyRequest, route: RouteDefinition): void {
    const credential = takesSession(route)
      ? (bearerOf(request) ?? request.cookies?.[this.cookie] ?? null)
      : null;
    const caller = credential === null ? 'anonymous' : this.sessions.callerOf(credential);
    if (caller === 'valid') return;
    if (caller === 'unverified') this.sessions.requireRoom(request.ip);
    else this.limits.requireRoom(caller === 'anonymous' ? request.ip : caller.userId, kindOf(route));
  }
}

const kindOf = (route: RouteDefinition | undefined): Counted =>
  route?.options.machines ? 'machine' : 'request';
