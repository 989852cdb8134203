import { Inject, Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf, RequestContract } from '@tessera/contracts/kit';
import { validate } from '@tessera/contracts/kit';
import {
  headers as natsHeaders,
  type Msg,
  type MsgHdrs,
  errors as natsErrors,
} from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestContext } from '../context/request-context.js';
import { commonProblem, Problem, type ProblemDocument } from '../errors/problem.js';
import { withSpan } from '../service/telemetry.js';
import { BusConnection } from './connection.js';
import { header, HOP, LEAST_BUDGET } from './headers.js';

/** Nobody answers: surely not executed. Tried again at most so often within the budget, with jitter between. */
const NO_RESPONDER_TRIES = 4;
const BACK_OFF_MS = 60;
/** Share of what remains that the first try of an idempotent request may take. */
const FIRST_TRY_SHARE = 0.6;

/**
 * Asks other services. The one caller of the bus's request/reply: time-outs, headers, retries, size and the meaning of
 * every transport error stand here once.
 */
@Injectable()
export class Bus {
  constructor(@Inject(BusConnection) private readonly connection: BusConnection) {}

  /** @throws Problem with the answer's code, or UNAVAILABLE, DEADLINE_EXCEEDED, PAYLOAD_TOO_LARGE */
  async ask<C extends RequestContract>(
    contract: C,
    input: InputOf<C>,
    ctx: RequestContext,
  ): Promise<ReplyOf<C>> {
    return withSpan(`ask ${contract.subject}`, 'client', ctx, async (traceparent) => {
      const data = JSON.stringify(input);
      if (Buffer.byteLength(data) > (this.connection.nc.info?.max_payload ?? 1_048_576)) {
        throw commonProblem('PAYLOAD_TOO_LARGE', ctx.trace.traceId);
      }
      const message = await this.send(contract, data, traceparent, ctx);
      return this.read(contract, message, ctx) as ReplyOf<C>;
    });
  }

  private async send(
    contract: RequestContract,
    data: string,
    traceparent: string,
    ctx: RequestContext,
  ): Promise<Msg> {
    const budget = Math.min(contract.timeout, ctx.deadline.remaining - HOP);
    const end = performance.now() + budget;
    const repeatable = contract.idempotent || ctx.idempotencyKey !== null;
    for (let attempt = 1; ; attempt++) {
      const left = end - performance.now();
      if (left < LEAST_BUDGET) throw commonProblem('DEADLINE_EXCEEDED', ctx.trace.traceId);
      // Publishing while disconnected would queue the request in this process and answer nobody.
      if (!this.connection.connected) throw commonProblem('UNAVAILABLE', ctx.trace.traceId);
      const timeout = repeatable && attempt === 1 ? left * FIRST_TRY_SHARE : left;
      try {
        return await this.connection.nc.request(contract.subject, data, {
          timeout: Math.max(1, Math.floor(timeout)),
          headers: this.headers(ctx, traceparent, timeout),
        });
      } catch (error) {
        const nobody =
          error instanceof natsErrors.NoRespondersError ||
          (error instanceof natsErrors.RequestError && error.isNoResponders());
        if (nobody && attempt < NO_RESPONDER_TRIES) {
          await sleep(BACK_OFF_MS * attempt * (0.5 + Math.random()));
          continue;
        }
        if (nobody) throw commonProblem('UNAVAILABLE', ctx.trace.traceId);
        if (error instanceof natsErrors.TimeoutError) {
          if (repeatable && attempt === 1) continue;
          throw commonProblem('DEADLINE_EXCEEDED', ctx.trace.traceId);
        }
        throw this.transportProblem(error, ctx);
      }
    }
  }

  private headers(ctx: RequestContext, traceparent: string, budget: number): MsgHdrs {
    const h = natsHeaders();
    h.set(header.trace, traceparent);
    h.set(header.budget, String(Math.floor(budget)));
    h.set(header.language, ctx.language);
    if (ctx.actorToken) h.set(header.actor, ctx.actorToken);
    if (ctx.idempotencyKey) h.set(header.idempotencyKey, ctx.idempotencyKey);
    if (ctx.clientAddress) h.set(header.clientAddress, ctx.clientAddress);
    return h;
  }

  private read(contract: RequestContract, message: Msg, ctx: RequestContext): unknown {
    if (message.headers?.has(header.problem)) throw new Problem(message.json<ProblemDocument>());
    const reply = message.json<unknown>();
    if (process.env.NODE_ENV === 'test' && contract.reply) {
      const errors = validate(contract.reply, reply, 'tolerant');
      if (errors.length)
        throw new Error(`${contract.subject} answered ${JSON.stringify(errors)} (${ctx.trace.traceId})`);
    }
    return reply;
  }

  private transportProblem(error: unknown, ctx: RequestContext): Error {
    const text = String(error);
    if (error instanceof natsErrors.PermissionViolationError) return error;
    if (/max_payload/i.test(text)) return commonProblem('PAYLOAD_TOO_LARGE', ctx.trace.traceId);
    if (/connection|closed|draining/i.test(text)) return commonProblem('UNAVAILABLE', ctx.trace.traceId);
    return error as Error;
  }
}
