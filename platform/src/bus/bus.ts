import { Inject, Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf, RequestContract } from '@tessera/contracts/kit';
import { validate } from '@tessera/contracts/kit';
import { errors as natsErrors, MsgHdrsImpl, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestContext } from '../context/request-context.js';
import { commonProblem, Problem, refuse, type ProblemDocument } from '../errors/problem.js';
import { withSpan } from '../observability/telemetry.js';
import { BusConnection } from './connection.js';
import { header, HOP_MS, MIN_BUDGET_MS } from './headers.js';
import { ConnectionLost, Requests } from './requests.js';

/** Nobody answers: surely not executed. Tried again at most so often within the budget, with jitter between. */
const NO_RESPONDER_TRIES = 4;
const BACK_OFF_MS = 60;
/** Looked up once: reading the environment is slow. */
const TESTING = process.env.NODE_ENV === 'test';
/** Share of what remains that the first try of an idempotent request may take. */
const FIRST_TRY_SHARE = 0.6;

/** Reply bytes, for callers that forward them unparsed. */
export class RawReply {
  /** JSON, as it came. */
  constructor(readonly json: Uint8Array) {}
}

/**
 * Asks other services. The one caller of the bus's request/reply: time-outs, headers, retries, size and the meaning of
 * every transport error stand here once.
 */
@Injectable()
export class Bus {
  private readonly requests: Requests;

  constructor(@Inject(BusConnection) private readonly connection: BusConnection) {
    this.requests = new Requests(connection);
  }

  /** @throws Problem with the answer's code, or UNAVAILABLE, DEADLINE_EXCEEDED, PAYLOAD_TOO_LARGE */
  async ask<C extends RequestContract>(
    contract: C,
    input: InputOf<C>,
    ctx: RequestContext,
  ): Promise<ReplyOf<C>> {
    return (await this.answer(contract, input, ctx)).json<ReplyOf<C>>();
  }

  /** As {@link ask}, without reading the answer: to parse it and to write it again costs more than all else here. */
  async relay<C extends RequestContract>(
    contract: C,
    input: InputOf<C>,
    ctx: RequestContext,
  ): Promise<RawReply> {
    return new RawReply((await this.answer(contract, input, ctx)).data);
  }

  private answer(contract: RequestContract, input: object, ctx: RequestContext): Promise<Msg> {
    return withSpan(`ask ${contract.subject}`, 'client', ctx, async (traceparent) => {
      const data = JSON.stringify(input);
      if (Buffer.byteLength(data) > (this.connection.nc.info?.max_payload ?? 1_048_576)) {
        throw commonProblem('PAYLOAD_TOO_LARGE', ctx.trace.traceId);
      }
      const message = await this.send(contract, data, traceparent, ctx);
      if (message.headers?.has(header.problem)) throw new Problem(message.json<ProblemDocument>());
      this.checkReply(contract, message, ctx);
      return message;
    });
  }

  private async send(
    contract: RequestContract,
    data: string,
    traceparent: string,
    ctx: RequestContext,
  ): Promise<Msg> {
    const budget = Math.min(contract.timeout, ctx.deadline.remaining - HOP_MS);
    const end = performance.now() + budget;
    const repeatable = contract.idempotent || ctx.idempotencyKey !== null;
    let { subject } = contract;
    for (let attempt = 1; ; attempt++) {
      const left = end - performance.now();
      if (left < MIN_BUDGET_MS) throw commonProblem('DEADLINE_EXCEEDED', ctx.trace.traceId);
      // Publishing while disconnected would queue the request in this process and answer nobody.
      if (!this.connection.connected) throw commonProblem('UNAVAILABLE', ctx.trace.traceId);
      const timeout = repeatable && attempt === 1 ? left * FIRST_TRY_SHARE : left;
      try {
        return await this.requests.ask(subject, data, this.headers(ctx, traceparent, timeout), timeout);
      } catch (error) {
        // Nobody can know whether it was done.
        if (error instanceof ConnectionLost) throw commonProblem('DEADLINE_EXCEEDED', ctx.trace.traceId);
        const nobody = error instanceof natsErrors.NoRespondersError;
        if (nobody && attempt < NO_RESPONDER_TRIES) {
          // In turn: while instances are replaced, those of either release may be the ones that are there.
          if (contract.fallback)
            subject = subject === contract.subject ? contract.fallback : contract.subject;
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
    const values: Record<string, string[]> = {
      [header.trace]: [traceparent],
      [header.budget]: [String(Math.floor(budget))],
      [header.language]: [ctx.language],
    };
    if (ctx.actorToken) values[header.actor] = [ctx.actorToken];
    if (ctx.idempotencyKey) values[header.idempotencyKey] = [ctx.idempotencyKey];
    if (ctx.clientAddress) values[header.clientAddress] = [ctx.clientAddress];
    // Our own names need none of the checks that setting one by one brings; what callers send does.
    if (Object.values(values).some(([value]) => /[\r\n]/.test(value!))) refuse('VALIDATION_FAILED');
    return MsgHdrsImpl.fromRecord(values);
  }

  /** A reply that its contract does not describe is found by the tests, not by a client. */
  private checkReply(contract: RequestContract, message: Msg, ctx: RequestContext): void {
    if (!TESTING || !contract.reply) return;
    const errors = validate(contract.reply, message.json(), 'tolerant');
    if (errors.length)
      throw new Error(`${contract.subject} answered ${JSON.stringify(errors)} (${ctx.trace.traceId})`);
  }

  private transportProblem(error: unknown, ctx: RequestContext): Error {
    const text = String(error);
    if (error instanceof natsErrors.PermissionViolationError) return error;
    if (/max_payload/i.test(text)) return commonProblem('PAYLOAD_TOO_LARGE', ctx.trace.traceId);
    if (/connection|closed|draining/i.test(text)) return commonProblem('UNAVAILABLE', ctx.trace.traceId);
    return error as Error;
  }
}
