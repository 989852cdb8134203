import { Injectable } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { RequestContext } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { makeContext } from '../http/context.interceptor.js';
import { CallerLimitGuard } from '../limits/caller-limit.guard.js';
import { AuthenticationGuard } from './authentication.guard.js';
import { OriginGuard } from './origin.guard.js';

/** For routes that are no controllers': the same guards in the same order, and the context that they lead to. */
@Injectable()
export class Doorway {
  constructor(
    private readonly origin: OriginGuard,
    private readonly authentication: AuthenticationGuard,
    private readonly limits: CallerLimitGuard,
  ) {}

  /** @throws Refusal ORIGIN_REFUSED, TOO_MANY_REQUESTS; who needs somebody to be signed in looks at `ctx.person` */
  async enter(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    const execution = new ExecutionContextHost([request, reply]);
    this.origin.canActivate(execution);
    await this.authentication.canActivate(execution);
    this.limits.canActivate(execution);
    return (request.tessera = makeContext(request));
  }
}
