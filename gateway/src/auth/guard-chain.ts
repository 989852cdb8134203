import { Injectable } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { RequestContext } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { makeContext } from '../http/context.interceptor.js';
import { CallerLimitGuard } from '../limits/caller-limit.guard.js';
import { AuthenticationGuard } from './authentication.guard.js';
import { OriginGuard } from './origin.guard.js';

/** Runs the guards, in the same order, for routes that no Nest controller has, and makes the context of the request. */
@Injectable()
export class GuardChain {
  constructor(
    private readonly origin: OriginGuard,
    private readonly authentication: AuthenticationGuard,
    private readonly limits: CallerLimitGuard,
  ) {}

  /** @throws Refusal ORIGIN_REFUSED, TOO_MANY_REQUESTS; a route that needs a session reads `ctx.person` */
  async run(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    const execution = new ExecutionContextHost([request, reply]);
    this.origin.canActivate(execution);
    await this.authentication.canActivate(execution);
    this.limits.canActivate(execution);
    return (request.tessera = makeContext(request));
  }
}
