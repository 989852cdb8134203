import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, of, throwError, type Observable } from 'rxjs';
import { refuse } from '../../errors/problem.js';
import { AlreadyDone, IdempotentReplies } from '../../idempotency/idempotent-replies.js';
import type { BusRequest } from './bus-request.js';
import { Contract } from './contract.js';

/** Longer values are refused: they are no keys. */
const MAX_IDEMPOTENCY_KEY_LENGTH = 255;

/** Answers a repeated `Idempotency-Key` with the stored reply; the handler's transaction stores the first one. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(IdempotentReplies) private readonly replies: IdempotentReplies,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    const request = context.switchToRpc().getData<BusRequest>();
    if (!request.ctx.idempotencyKey) return next.handle();
    return this.once(this.reflector.get(Contract, context.getHandler()).subject, request, next);
  }

  private async once(
    subject: string,
    { ctx, input }: BusRequest,
    next: CallHandler,
  ): Promise<Observable<unknown>> {
    if (ctx.idempotencyKey!.length > MAX_IDEMPOTENCY_KEY_LENGTH) refuse('VALIDATION_FAILED');
    const done = await this.replies.begin(subject, input, ctx);
    if (done) return of(done.reply);
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          error instanceof AlreadyDone ? of(error.reply) : throwError(() => error),
        ),
      );
  }
}
