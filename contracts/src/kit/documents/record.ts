import { registry, type Access, type AnyContract, type ErrorCategory, type Live } from '../contract.js';
import { inlineSchema, type JsonSchema } from '../json-schema.js';
import { byName } from './problem-schema.js';

/** A contract as data, so that a later version can be compared with it. */
export type ContractRecord =
  | {
      kind: 'request';
      request: JsonSchema;
      reply: JsonSchema | null;
      errors: Readonly<Record<string, ErrorCategory>>;
      access: Access;
      callers: readonly string[];
      idempotent: boolean;
    }
  | { kind: 'event'; payload: JsonSchema; live: Live | null };
export type ContractRecords = Record<string, ContractRecord>;

/** Every declared contract as data, by subject. */
export function recordContracts(contracts: Iterable<AnyContract> = registry.values()): ContractRecords {
  return Object.fromEntries(
    [...contracts].sort((a, b) => byName(a.subject, b.subject)).map((c) => [c.subject, recordOf(c)]),
  );
}

function recordOf(c: AnyContract): ContractRecord {
  if (c.kind === 'event')
    return { kind: 'event', payload: inlineSchema(c.payload, 'tolerant'), live: c.live };
  return {
    kind: 'request',
    request: inlineSchema(c.request, 'tolerant'),
    reply: c.reply && inlineSchema(c.reply, 'tolerant'),
    errors: c.errors,
    access: c.access,
    callers: c.callers,
    idempotent: c.idempotent,
  };
}
