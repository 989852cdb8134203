import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { isTracing, withSpan } from '../../observability/telemetry.js';
import type { BusRequest } from './bus-request.js';
import { Contract } from './contract.js';

/** Gives every admitted request a span while traces are recorded. */
@Injectable()
export class SpanInterceptor implements NestInterceptor {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!isTracing()) return next.handle();
    const { ctx } = context.switchToRpc().getData<BusRequest>();
    const { subject } = this.reflector.get(Contract, context.getHandler());
    return from(
      withSpan(`answer ${subject}`, 'server', ctx, () =>
        lastValueFrom(next.handle(), { defaultValue: undefined }),
      ),
    );
  }
}
