import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { CONFIG } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { isOpen } from '../http/open.js';
import { requireSameOrigin } from './same-origin.js';

/** Refuses requests that a page of another site makes a browser send. */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws Refusal ORIGIN_REFUSED */
  canActivate(execution: ExecutionContext): boolean {
    if (!isOpen(execution.getClass()))
      requireSameOrigin(execution.switchToHttp().getRequest<FastifyRequest>(), this.config.PUBLIC_URL);
    return true;
  }
}
