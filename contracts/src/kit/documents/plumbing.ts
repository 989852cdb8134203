import type { JsonSchema } from '../json-schema.js';

const text = (description: string): JsonSchema => ({ type: 'string', description });
const id = { type: 'string', format: 'uuid' };

/** What travels around the payloads; `platform` writes and reads it. */
export const plumbing: Record<string, JsonSchema> = {
  RequestHeaders: {
    type: 'object',
    properties: {
      traceparent: text('W3C trace context.'),
      'Tessera-Actor': text('Signed token: who asks, and for which company.'),
      'Tessera-Budget': text('Milliseconds that remain for the answer.'),
      'Tessera-Language': text('What the caller reads; BCP 47.'),
      'Tessera-Client-Address': text('The client’s address as the gateway saw it.'),
      'Idempotency-Key': text('The same key and body give the same answer within 24 hours.'),
    },
    required: ['traceparent', 'Tessera-Budget'],
  },
  ProblemHeaders: {
    type: 'object',
    properties: { 'Tessera-Problem': { const: '1', description: 'The payload is a problem.' } },
    required: ['Tessera-Problem'],
  },
  EventHeaders: {
    type: 'object',
    properties: { traceparent: text('W3C trace context.'), 'Nats-Msg-Id': text('The id of the event.') },
    required: ['Nats-Msg-Id'],
  },
  EventEnvelope: {
    type: 'object',
    properties: {
      id,
      subject: { type: 'string' },
      occurredAt: { type: 'string', format: 'date-time' },
      companyId: { type: ['string', 'null'], format: 'uuid' },
      userId: { type: ['string', 'null'], format: 'uuid' },
      aggregateId: id,
      aggregateVersion: { type: 'integer', description: 'Orders the events of one aggregate.' },
      data: { type: 'object' },
    },
    required: [
      'id',
      'subject',
      'occurredAt',
      'companyId',
      'userId',
      'aggregateId',
      'aggregateVersion',
      'data',
    ],
  },
};
