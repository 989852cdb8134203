import { consumerName, type EventHandler } from '../bus/hears.js';
import { RequestContext } from '../context/request-context.js';
import { Trace } from '../context/trace.js';
import type { Transaction, Tx } from '../database/transaction.js';
import type { EventEnvelope } from '../outbox/outbox-row.js';
import { withSpan } from '../service/telemetry.js';
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

/** Tells which are new only if some are not: a row for each would cost about as much as its insertion. */
const note = `
  with fresh as (
    insert into inbox (consumer, message_id) select $1, unnest($2::uuid[]) on conflict do nothing returning message_id
  ) select count(*)::int as count,
           case when count(*) < cardinality($2::uuid[]) then array_agg(message_id::text) end as fresh from fresh`;

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
  async handle({ contract, handler }: Subscriber, delivered: readonly Delivered[]): Promise<number> {
    const ctx = RequestContext.system(HANDLER_MS, Trace.from(delivered[0]?.traceparent?.()));
    return ctx.run(() =>
      this.transaction.run(ctx, async (tx) => {
        const fresh = await this.note(consumerName(this.service, contract), delivered, tx);
        // Deleted as it goes: the same message may be among them twice.
        const due = delivered.filter(({ event }) => fresh.delete(event.id));
        if (handler.handleAll && due.length > 1) {
          await handler.handleAll(due.map(({ event }) => event) as never, tx);
          return due.length;
        }
        for (const { event, traceparent } of due) {
          const own = RequestContext.system(ctx.deadline.remaining, Trace.from(traceparent?.()));
          await own.run(() =>
            withSpan(`hear ${contract.subject}`, 'consumer', own, () =>
              handler.handle(event as never, tx.under(own)),
            ),
          );
        }
        return due.length;
      }),
    );
  }

  /** @returns the ids that were not there yet */
  private async note(consumer: string, delivered: readonly Delivered[], tx: Tx): Promise<Set<string>> {
    // In order, so that two instances with the same messages wait for each other rather than both for ever.
    const ids = delivered.map(({ event }) => event.id).sort();
    const [row] = await tx.query<{ count: number; fresh: string[] | null }>(note, [
      consumer,
      `{${ids.join()}}`,
    ]);
    return new Set(row!.count === ids.length ? ids : row!.fresh);
  }
}
