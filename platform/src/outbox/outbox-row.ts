import type { EventContract } from '@tessera/contracts/kit';
import { validate } from '@tessera/contracts/kit';
import { v7 as uuidv7 } from 'uuid';
import type { Trace } from '../context/trace.js';
import type { Emission } from '../database/transaction.js';

export interface OutboxRow {
  event: EventContract;
  emission: Emission<object>;
  /** Of the request, or the event, that it follows from. */
  trace: Trace;
}

/** What travels as the body of an event. The message id, and `id` in here, is the outbox row's. */
export interface EventEnvelope<P = unknown> {
  id: string;
  subject: string;
  occurredAt: string;
  companyId: string | null;
  userId: string | null;
  aggregateId: string;
  aggregateVersion: number;
  data: P;
}

/** One statement for all events of a transaction. */
export function outboxInsert(emitted: readonly OutboxRow[]): [string, unknown[]] {
  const parameters: unknown[] = [];
  const values = emitted.map(({ event, emission, trace }) => {
    const errors = validate(event.payload, emission.data, 'tolerant');
    // A wrong event is a mistake of ours; better that the transaction fails than that every consumer does.
    if (errors.length) throw new Error(`${event.subject}: ${JSON.stringify(errors)}`);
    const id = uuidv7();
    const body: EventEnvelope = {
      id,
      subject: event.subject,
      occurredAt: new Date().toISOString(),
      companyId: emission.companyId,
      userId: emission.userId ?? null,
      aggregateId: emission.aggregateId,
      aggregateVersion: emission.version,
      data: emission.data,
    };
    const at = parameters.length;
    parameters.push(
      id,
      event.subject,
      emission.companyId,
      emission.aggregateId,
      emission.version,
      trace.header,
      JSON.stringify(body),
    );
    return `(${[1, 2, 3, 4, 5, 6, 7].map((n) => `$${at + n}`).join(',')})`;
  });
  return [
    `insert into outbox (id, subject, company_id, aggregate_id, aggregate_version, traceparent, body) values ${values.join(',')}`,
    parameters,
  ];
}
