import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { validate } from '@tessera/contracts/kit';
import { tap, type Observable } from 'rxjs';
import type { BusRequest } from './bus-request.js';

/** In tests alone: a reply that its contract does not describe is found there, not by a client. */
@Injectable()
export class ReplyCheckInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { contract } = context.switchToRpc().getData<BusRequest>();
    return next.handle().pipe(
      tap((reply: unknown) => {
        if (!contract.reply) return;
        const errors = validate(contract.reply, JSON.parse(JSON.stringify(reply ?? null)), 'strict');
        if (errors.length) throw new Error(`${contract.subject} would answer ${JSON.stringify(errors)}`);
      }),
    );
  }
}
