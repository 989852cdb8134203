import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { ResolvedSession } from '@tessera/contracts';
import { CONFIG, refuse, RequestContext } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { callOf } from '../http/call.js';
import { isOpen } from '../http/open.js';
import { routeOf, takesSession } from '../http/route.js';
import { sessionCookie } from './cookies.js';
import { Sessions } from './sessions.js';
import type { Resolver } from './strategies.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The session; null without one, undefined where the route does not look for it. */
    user?: ResolvedSession | null;
  }
}

/** Authenticates by token or by cookie. {@link SignedInGuard} refuses requests without a session, after all are counted. */
@Injectable()
export class AuthenticationGuard extends AuthGuard(['token', 'browser-session']) implements CanActivate {
  private readonly cookie: string;

  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(CONFIG) config: Config,
  ) {
    super();
    this.cookie = sessionCookie(config);
  }

  /** @throws Refusal ORIGIN_REFUSED, TOO_MANY_REQUESTS for invalid credentials */
  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (isOpen(execution.getClass()) || !takesSession(routeOf(execution.getHandler()))) return true;
    return super.canActivate(execution) as Promise<boolean>;
  }

  override getAuthenticateOptions(execution: ExecutionContext): Resolver & { session: false } {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const asking = new RequestContext(callOf(request, routeOf(execution.getHandler())));
    // `session: false`: none of passport's own sessions.
    return {
      resolve: (credential) => this.sessions.resolve(credential, asking),
      cookie: this.cookie,
      session: false,
    };
  }

  override handleRequest<User>(error: unknown, session: User | false): User {
    if (error) throw error as Error;
    return (session || null) as User;
  }
}

/** Refuses a request without a session where its route needs one; rights are checked in the service that owns the data. */
@Injectable()
export class SignedInGuard implements CanActivate {
  /** @throws Refusal UNAUTHENTICATED */
  canActivate(execution: ExecutionContext): boolean {
    const route = routeOf(execution.getHandler());
    const { user } = execution.switchToHttp().getRequest<FastifyRequest>();
    if (route && takesSession(route) && !user) refuse('UNAUTHENTICATED');
    return true;
  }
}
