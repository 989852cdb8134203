import { parseJson, validate, type EventContract } from '@tessera/contracts/kit';
import { MESSAGE_LIMITS } from '../bus/message-limits.js';
import type { EventEnvelope } from '../outbox/outbox-row.js';

/** A message that no number of deliveries makes better. */
export class Poison extends Error {}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (value: unknown): boolean => typeof value === 'string' && id.test(value);
const isIdOrNull = (value: unknown): boolean => value === null || isId(value);

/** What every field of an envelope must be: a handler takes them for granted, and writes them to columns of that type. */
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
