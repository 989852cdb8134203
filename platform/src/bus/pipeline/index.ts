import type { Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ActorGuard } from './actor.guard.js';
import { ContractPipe } from './contract.pipe.js';
import { DeadlineGuard } from './deadline.guard.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { ReplyCheckInterceptor } from './reply-check.interceptor.js';
import { SpanInterceptor } from './span.interceptor.js';

/** The way of every request of a service, in Nest's order: guards, interceptors, pipe, handler; the filter gets what fails. */
export const requestPipeline: Provider[] = [
  { provide: APP_GUARD, useClass: DeadlineGuard },
  { provide: APP_GUARD, useClass: ActorGuard },
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_INTERCEPTOR, useClass: SpanInterceptor },
  { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ...(process.env.NODE_ENV === 'test' ? [{ provide: APP_INTERCEPTOR, useClass: ReplyCheckInterceptor }] : []),
  { provide: APP_PIPE, useClass: ContractPipe },
  { provide: APP_FILTER, useClass: ProblemFilter },
];
