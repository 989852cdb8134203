import { parseJson, validate, type EventContract } from '@tessera/contracts/kit';
import { MESSAGE_LIMITS } from './limits.js';

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

/** A message that no redelivery can make valid: it goes to the dead letters at once. */
export class Poison extends Error {}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (value: unknown): boolean => typeof value === 'string' && id.test(value);
const isIdOrNull = (value: unknown): boolean => value === null || isId(value);

/** The check of each field of an envelope: handlers rely on it, and write the fields to columns of that type. */
const fields: Record<Exclude<keyof EventEnvelope, 'data' | 'subject'>, (value: unknown) => boolean> = {
  id: isId,
  companyId: isIdOrNull,
  userId: isIdOrNull,
  aggregateId: isId,
  aggregateVersion: (value) => Number.isInteger(value),
  occurredAt: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
};
const names = Object.keys(fields) as (keyof typeof fields)[];

/** @throws Poison that says what is wrong with the message */
export function parseEnvelope(contract: EventContract, body: string): EventEnvelope {
  let event: EventEnvelope;
  try {
    event = parseJson(body, MESSAGE_LIMITS) as EventEnvelope;
  } catch {
    throw new Poison('the body is not JSON');
  }
  if (!event || typeof event !== 'object') throw new Poison('the body is no envelope');
  const wrong = names.filter((name) => !fields[name](event[name]));
  if (wrong.length) throw new Poison(`the envelope has no usable ${wrong.join(', ')}`);
  const errors = validate(contract.payload, event.data, 'tolerant');
  if (errors.length) throw new Poison(`the payload does not fit its contract: ${JSON.stringify(errors)}`);
  return event;
}
