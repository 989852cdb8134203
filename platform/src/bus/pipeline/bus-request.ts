import { JsonFault, parseJson, type RequestContract } from '@tessera/contracts/kit';
import type { Msg } from '@nats-io/transport-node';
import { Deadline } from '../../context/deadline.js';
import { RequestContext } from '../../context/request-context.js';
import { refuse } from '../../errors/problem.js';
import { MESSAGE_LIMITS } from '../../events/limits.js';
import { Trace } from '../../observability/trace.js';
import { header } from '../headers.js';

/**
 * One request on its way through Nest's pipeline. Guards, interceptors, the pipe and the filter get it as the data of the
 * RPC; the handler gets what {@link ContractPipe} makes of it.
 */
export class BusRequest {
  readonly ctx: RequestContext;
  /** The access rule of the contract let the request in. */
  admitted = false;
  /** Its body is not what the contract says. */
  malformed = false;
  /** How it ended: `OK`, or the code of the problem. */
  code = 'OK';
  reply?: unknown;
  error?: unknown;
  private parsed: object | null = null;

  constructor(
    readonly contract: RequestContract,
    private readonly message: Msg,
  ) {
    const h = message.headers;
    const budget = Number(h?.get(header.budget) || contract.timeout);
    this.ctx = new RequestContext({
      actorToken: h?.get(header.actor) || null,
      // A budget that is no number is none: the guard refuses it as exceeded.
      deadline: Deadline.in(budget > 0 ? Math.min(budget, contract.timeout) : 0),
      trace: Trace.from(h?.get(header.trace)),
      idempotencyKey: h?.get(header.idempotencyKey) || null,
      clientAddress: h?.get(header.clientAddress) || null,
      language: h?.get(header.language) || 'en',
    });
  }

  /** @throws Refusal VALIDATION_FAILED if the body is no JSON object within the limits */
  get input(): object {
    if (this.parsed) return this.parsed;
    this.malformed = true;
    this.parsed = parse(this.message.string());
    this.malformed = false;
    return this.parsed;
  }
}

function parse(body: string): object {
  let value: unknown;
  try {
    value = parseJson(body, MESSAGE_LIMITS);
  } catch (error) {
    if (error instanceof JsonFault) refuse('VALIDATION_FAILED', { detail: `The body ${error.message}.` });
    throw error;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) refuse('VALIDATION_FAILED');
  return value as object;
}
