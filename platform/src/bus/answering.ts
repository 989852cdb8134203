import { Inject, Injectable } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import { JsonFault, parseJson, validate, type RequestContract } from '@tessera/contracts/kit';
import type { Msg } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { lastValueFrom, isObservable } from 'rxjs';
import { ActorTokens } from '../context/actor-tokens.js';
import { requireAccess } from '../context/access.js';
import { Deadline } from '../context/deadline.js';
import { RequestContext } from '../context/request-context.js';
import { Trace } from '../observability/trace.js';
import { refuse } from '../errors/problem.js';
import { toProblem } from '../errors/to-problem.js';
import { AlreadyDone, IdempotentReplies } from '../idempotency/idempotent-replies.js';
import { AccessLog, type Asked } from '../security/access-log.js';
import { LOGGER } from '../observability/logger.js';
import { requestSeconds } from '../observability/metrics.js';
import { withSpan } from '../observability/telemetry.js';
import { header, MIN_BUDGET_MS } from './headers.js';
import { ServiceStats } from './discovery.js';
import { MESSAGE_LIMITS } from '../events/limits.js';

export interface Answer {
  /** JSON; `null` where the reply has no body, since an empty message would look like "no responders". */
  body: string;
  problem: boolean;
}

/** Looked up once: reading the environment is slow. */
const TESTING = process.env.NODE_ENV === 'test';
/** Longer keys are not keys. */
const MAX_IDEMPOTENCY_KEY = 255;

/** The way of a request through its service: deadline, validation, who asks, access, idempotency, handler, answer. */
@Injectable()
export class Answering {
  constructor(
    @Inject(ActorTokens) private readonly tokens: ActorTokens,
    @Inject(IdempotentReplies) private readonly replies: IdempotentReplies,
    @Inject(ServiceStats) private readonly stats: ServiceStats,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async answer(contract: RequestContract, handler: MessageHandler, message: Msg): Promise<Answer> {
    const began = performance.now();
    const trace = Trace.from(message.headers?.get(header.trace));
    const asked: Asked = { contract, code: 'OK' };
    try {
      const reply = await this.serve(asked, handler, message, trace);
      asked.reply = reply;
      return { body: JSON.stringify(reply ?? null), problem: false };
    } catch (error) {
      const { document, unexpected } = toProblem(error, contract.errors, trace.traceId);
      asked.code = document.code;
      asked.error = error;
      if (unexpected)
        this.logger.error(
          { err: error, subject: contract.subject, traceId: trace.traceId },
          'a request failed',
        );
      return { body: JSON.stringify(document), problem: true };
    } finally {
      const seconds = (performance.now() - began) / 1000;
      requestSeconds.observe({ subject: contract.subject, code: asked.code }, seconds);
      this.stats.count(contract.subject, seconds, asked.code === 'INTERNAL');
      this.accessLog.note(asked);
    }
  }

  private async serve(asked: Asked, handler: MessageHandler, message: Msg, trace: Trace): Promise<unknown> {
    const { contract } = asked;
    const h = message.headers;
    const budget = Number(h?.get(header.budget) || contract.timeout);
    if (!(budget >= MIN_BUDGET_MS)) refuse('DEADLINE_EXCEEDED');
    const input = parse(message);
    const errors = validate(contract.request, input, 'tolerant');
    if (errors.length) refuse('VALIDATION_FAILED', { errors });
    const ctx = await this.context(message, trace, Math.min(budget, contract.timeout));
    asked.input = input;
    asked.ctx = ctx;
    requireAccess(contract.access, ctx);
    asked.admitted = true;
    return ctx.run(() =>
      withSpan(`answer ${contract.subject}`, 'server', ctx, async () => {
        const reply = await this.once(contract, handler, input, ctx);
        this.checkReply(contract, reply);
        return reply;
      }),
    );
  }

  private async context(message: Msg, trace: Trace, budget: number): Promise<RequestContext> {
    const deadline = Deadline.in(budget);
    const h = message.headers;
    const actorToken = h?.get(header.actor) || null;
    const key = h?.get(header.idempotencyKey) || null;
    if (key && key.length > MAX_IDEMPOTENCY_KEY) refuse('VALIDATION_FAILED');
    return new RequestContext({
      actor: actorToken ? await this.tokens.verify(actorToken) : null,
      actorToken,
      deadline,
      trace,
      idempotencyKey: key,
      clientAddress: h?.get(header.clientAddress) || null,
      language: h?.get(header.language) || 'en',
    });
  }

  private async once(
    contract: RequestContract,
    handler: MessageHandler,
    input: object,
    ctx: RequestContext,
  ): Promise<unknown> {
    if (ctx.idempotencyKey) {
      const done = await this.replies.begin(contract.subject, input, ctx);
      if (done) return done.reply;
    }
    try {
      const result: unknown = await handler(input, ctx);
      return isObservable(result) ? await lastValueFrom(result, { defaultValue: null }) : result;
    } catch (error) {
      if (error instanceof AlreadyDone) return error.reply;
      throw error;
    }
  }

  /** A reply that its contract does not describe is found by the tests, not by a client. */
  private checkReply(contract: RequestContract, reply: unknown): void {
    if (!TESTING || !contract.reply) return;
    const errors = validate(contract.reply, JSON.parse(JSON.stringify(reply ?? null)), 'strict');
    if (errors.length) throw new Error(`${contract.subject} would answer ${JSON.stringify(errors)}`);
  }
}

function parse(message: Msg): object {
  let value: unknown;
  try {
    value = parseJson(message.string(), MESSAGE_LIMITS);
  } catch (error) {
    if (error instanceof JsonFault) refuse('VALIDATION_FAILED', { detail: `The body ${error.message}.` });
    throw error;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) refuse('VALIDATION_FAILED');
  return value as object;
}
