import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { refuse } from '../../errors/problem.js';
import { MIN_BUDGET_MS } from '../headers.js';
import type { BusRequest } from './bus-request.js';

/** Refuses a request whose caller has stopped waiting, before anything is done for it. */
@Injectable()
export class DeadlineGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { ctx } = context.switchToRpc().getData<BusRequest>();
    return ctx.deadline.remaining >= MIN_BUDGET_MS || refuse('DEADLINE_EXCEEDED');
  }
}
