import { Inject, Injectable } from '@nestjs/common';
import { validate } from '@tessera/contracts/kit';
import { v7 as uuidv7 } from 'uuid';
import type { EmittedEvent, TransactionParticipant, TransactionResult } from '../database/participant.js';
import { statement, type Statement } from '../database/statement.js';
import type { EventEnvelope } from '../events/envelope.js';
import { OutboxWake } from './wake.js';

/** Writes the events of a transaction into the outbox with its COMMIT, and wakes the relay afterwards. */
@Injectable()
export class Outbox implements TransactionParticipant {
  constructor(@Inject(OutboxWake) private readonly wake: OutboxWake) {}

  statements({ events }: TransactionResult): Statement[] {
    return events.length ? [statement(...insert(events))] : [];
  }

  committed({ events }: TransactionResult): void {
    if (events.length) this.wake.now();
  }
}

/** One statement for all events of a transaction. */
function insert(events: readonly EmittedEvent[]): [string, unknown[]] {
  const parameters: unknown[] = [];
  const values = events.map(({ event, emission, trace }) => {
    const errors = validate(event.payload, emission.data, 'tolerant');
    // An invalid event is a defect of the emitter: the transaction fails, instead of every consumer.
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
