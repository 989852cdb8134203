import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { registry, requestsOf, type RequestContract } from '@tessera/contracts/kit';
import type { Msg } from '@nats-io/transport-node';
import { headers as natsHeaders } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { isObservable, lastValueFrom } from 'rxjs';
import { Problem, problemDocument } from '../errors/problem.js';
import { toProblem } from '../errors/to-problem.js';
import type { BusConnection } from './connection.js';
import { header } from './headers.js';
import { BusRequest } from './pipeline/bus-request.js';
import type { RequestLog } from './request-log.js';
import type { RenewableSubscription } from './renewable-subscription.js';

/** More requests than this at once are refused with 503, so that those in work are finished in time. */
const MAX_IN_FLIGHT = 512;
/** How long a stopping service waits for what it has in work, in milliseconds. */
const DRAIN_MS = 10_000;

interface Answer {
  /** JSON; `null` where the reply has no body, since an empty message would look like "no responders". */
  body: string;
  problem: boolean;
}

/**
 * Nest's transport for the bus: queue subscriptions on the contracts' subjects, with the service as queue group.
 * A custom strategy rather than Nest's own NATS transport because that one answers nothing to malformed or oversized
 * messages, cannot drain without private fields, and publishes to any reply subject (docs/decisions/0002).
 */
export class BusServer extends Server implements CustomTransportStrategy {
  private readonly subscriptions: RenewableSubscription[] = [];
  private inFlight = 0;
  private duplicates: string[] = [];

  constructor(
    private readonly connection: BusConnection,
    private readonly requestLog: () => RequestLog,
    private readonly log: Logger,
  ) {
    super();
  }

  override addHandler(pattern: unknown, callback: MessageHandler, isEvent = false): void {
    const subject = String(pattern);
    if (this.messageHandlers.has(subject)) this.duplicates.push(subject);
    super.addHandler(subject, callback, isEvent);
  }

  /** Every request of this service has exactly one handler, or the service does not start. */
  private requireOneHandlerEach(): void {
    const declared = requestsOf(this.connection.service).map((c) => c.subject as string);
    const handled = [...this.messageHandlers.keys()];
    const wrong = [
      ...declared.filter((s) => !handled.includes(s)).map((s) => `${s} has no handler`),
      ...handled
        .filter((s) => !declared.includes(s))
        .map((s) => `${s} is not declared by ${this.connection.service}`),
      ...this.duplicates.map((s) => `${s} has two handlers`),
    ];
    if (wrong.length) throw new Error(`Handlers and contracts differ:\n  ${wrong.join('\n  ')}`);
  }

  listen(callback: (error?: unknown) => void): void {
    try {
      this.requireOneHandlerEach();
      for (const [subject, handler] of this.messageHandlers) {
        const contract = registry.get(subject) as RequestContract;
        this.subscriptions.push(
          this.connection.hear(subject, {
            queue: this.connection.service,
            callback: (message) => void this.receive(contract, handler, message),
          }),
        );
      }
      void this.connection.nc.flush().then(() => callback(), callback);
    } catch (error) {
      callback(error);
    }
  }

  private async receive(contract: RequestContract, handler: MessageHandler, message: Msg): Promise<void> {
    // A requester chooses the subject that we answer to; only inboxes are answered (design/bus.md, 1.9).
    if (!message.reply?.startsWith('_INBOX_')) return;
    if (this.inFlight >= MAX_IN_FLIGHT) {
      this.refuse(message, problemDocument('UNAVAILABLE', 'unavailable', '', { retryAfter: 1 }));
      return;
    }
    this.inFlight++;
    try {
      this.respond(message, contract, await this.execute(new BusRequest(contract, message), handler));
    } catch (error) {
      this.log.error({ err: error, subject: contract.subject }, 'a request could not be answered');
    } finally {
      this.inFlight--;
    }
  }

  /** Nest's pipeline, which ends with the reply or with the problem that its filter has made. */
  private async execute(request: BusRequest, handler: MessageHandler): Promise<Answer> {
    const { ctx } = request;
    const began = performance.now();
    try {
      request.reply = await ctx.run(async () => {
        const result: unknown = await handler(request, ctx);
        return isObservable(result) ? lastValueFrom(result, { defaultValue: null }) : result;
      });
      return { body: JSON.stringify(request.reply ?? null), problem: false };
    } catch (error) {
      const problem =
        error instanceof Problem ? error : new Problem(toProblem(error, {}, ctx.trace.traceId).document);
      request.code = problem.code;
      return { body: JSON.stringify(problem.document), problem: true };
    } finally {
      this.requestLog().note(request, (performance.now() - began) / 1000);
    }
  }

  private respond(message: Msg, { subject }: RequestContract, { body, problem }: Answer): void {
    if (Buffer.byteLength(body) > (this.connection.nc.info?.max_payload ?? 1_048_576)) {
      this.log.error({ subject }, 'the answer is larger than the bus takes');
      this.refuse(
        message,
        problemDocument('INTERNAL', 'internal', '', { detail: 'The answer is too large.' }),
      );
    } else if (problem) this.refuse(message, body);
    else message.respond(body);
  }

  private refuse(message: Msg, document: object | string): void {
    const h = natsHeaders();
    h.set(header.problem, '1');
    message.respond(typeof document === 'string' ? document : JSON.stringify(document), { headers: h });
  }

  /** Stops taking work, finishes what was taken, and lets the answers leave: no request is lost. */
  async close(): Promise<void> {
    await Promise.all(this.subscriptions.map((s) => s.drain()));
    const end = performance.now() + DRAIN_MS;
    while (this.inFlight > 0 && performance.now() < end) await sleep(5);
    await this.connection.nc.flush().catch(() => undefined);
  }

  on(): never {
    throw new Error('the bus has no transport events; see BusConnection');
  }

  unwrap<T>(): T {
    return this.connection.nc as T;
  }
}
