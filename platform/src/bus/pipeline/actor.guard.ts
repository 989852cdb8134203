import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ActorTokens } from '../../context/actor-tokens.js';
import type { BusRequest } from './bus-request.js';

/** Verifies the actor's token; a request without one is nobody's. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(@Inject(ActorTokens) private readonly tokens: ActorTokens) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { ctx } = context.switchToRpc().getData<BusRequest>();
    return ctx.actorToken
      ? this.tokens.verify(ctx.actorToken).then((actor) => ctx.authenticate(actor))
      : true;
  }
}
