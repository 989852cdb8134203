import type { EventHandler } from '../bus/consumes.js';
import { consumerName } from '../events/names.js';
import { RequestContext } from '../context/request-context.js';
import { Trace } from '../observability/trace.js';
import { arrayLiteral } from '../database/array-literal.js';
import type { Transaction, Tx } from '../database/transaction.js';
import type { EventEnvelope } from '../events/envelope.js';
import { sqlState } from '../errors/to-problem.js';
import { withSpan } from '../observability/telemetry.js';
import type { EventContract } from '@tessera/contracts/kit';

export interface Subscriber {
  contract: EventContract;
  handler: EventHandler<EventContract>;
}

/** An event as it was delivered, and the trace that it came with. */
export interface Delivered {
  event: EventEnvelope;
  /** Read when somebody wants it: headers cost more to take apart than the body. */
  traceparent?: () => string | undefined;
}

/** How long the handlers of one transaction may take, in milliseconds. */
const HANDLER_MS = 20_000;

/** One that has been handled before fails all of them: hardly ever, and to be ready for it costs as much as the row. */
const noteAll = `insert into inbox (consumer, message_id) select $1, unnest($2::uuid[])`;
const noteNew = `${noteAll} on conflict do nothing returning message_id`;

/**
 * Gives events to their handler in one transaction, of which the inbox rows are the first thing: the effects of a message
 * happen once, however often it is delivered.
 */
export class Inbox {
  constructor(
    private readonly service: string,
    private readonly transaction: Transaction,
  ) {}

  /** All or none of them, in their order. @returns how many were new; the others had been handled before */
  async handle(subscriber: Subscriber, delivered: readonly Delivered[]): Promise<number> {
    const ctx = RequestContext.system(HANDLER_MS, Trace.from(delivered[0]?.traceparent?.()));
    const consumer = consumerName(this.service, subscriber.contract);
    // In order, so that two instances with the same messages wait for each other rather than both for ever.
    const ids = delivered.map(({ event }) => event.id).sort();
    const parameters = [consumer, arrayLiteral(ids)];
    const attempt = (work: (tx: Tx) => Promise<number>): Promise<number> =>
      ctx.run(() => this.transaction.run(ctx, work));
    try {
      return await attempt(async (tx) => {
        // Not awaited: it leaves in one write with the handler's first statement, which fails if it does.
        const [noted, given] = await Promise.allSettled([
          tx.query(noteAll, parameters),
          this.give(subscriber, delivered, ctx, tx),
        ]);
        for (const outcome of [noted, given]) if (outcome.status === 'rejected') throw outcome.reason;
        return delivered.length;
      });
    } catch (error) {
      if (!isNoted(error)) throw error;
    }
    return attempt(async (tx) => {
      const rows = await tx.query<{ message_id: string }>(noteNew, parameters);
      const fresh = new Set(rows.map((row) => row.message_id));
      // Deleted as it goes: the same message may be among them twice.
      const due = delivered.filter(({ event }) => fresh.delete(event.id));
      await this.give(subscriber, due, ctx, tx);
      return due.length;
    });
  }

  private async give(
    { contract, handler }: Subscriber,
    due: readonly Delivered[],
    ctx: RequestContext,
    tx: Tx,
  ): Promise<void> {
    if (handler.handleAll && due.length > 1) {
      await handler.handleAll(due.map(({ event }) => event) as never, tx);
      return;
    }
    for (const { event, traceparent } of due) {
      const own = RequestContext.system(ctx.deadline.remaining, Trace.from(traceparent?.()));
      await own.run(() =>
        withSpan(`hear ${contract.subject}`, 'consumer', own, () =>
          handler.handle(event as never, tx.under(own)),
        ),
      );
    }
  }
}

/** A row of the inbox was there already; a handler's own table has other names. */
const isNoted = (error: unknown): boolean =>
  sqlState(error) === '23505' && (error as { table?: string }).table === 'inbox';
