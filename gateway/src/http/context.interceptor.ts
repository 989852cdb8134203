import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { refuse, RequestContext, type Actor } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { callOf } from './call.js';
import { languageOf } from './language.js';
import { isOpen } from './open.js';
import { routeOf } from './route.js';
import type { RouteDefinition } from './routes.js';

/** Makes the context of a request from what the guards have found. */
@Injectable()
export class ContextInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (!isOpen(execution.getClass()))
      request.tessera = makeContext(request, routeOf(execution.getHandler()));
    return next.handle();
  }
}

/** @throws Refusal VALIDATION_FAILED for a malformed Idempotency-Key */
export function makeContext(request: FastifyRequest, route?: RouteDefinition): RequestContext {
  const session = request.user ?? null;
  const actor: Actor | null = session && {
    userId: session.userId,
    companyId: session.companyId,
    role: session.role,
    rights: session.rights,
    sessionId: session.sessionId,
    ...(session.language ? { language: session.language } : {}),
  };
  return new RequestContext({
    ...callOf(request, route),
    actor,
    actorToken: session?.actorToken ?? null,
    idempotencyKey: idempotencyKeyOf(request, route),
    language: languageOf(request, actor?.language),
  });
}

/** On every POST except sign-in and uploads. */
function idempotencyKeyOf(request: FastifyRequest, route?: RouteDefinition): string | null {
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
