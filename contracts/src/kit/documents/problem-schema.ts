import type { JsonSchema } from '../json-schema.js';
import { statusOf, type ErrorCategory } from '../contract.js';

/** RFC 9457, as every refusal is told: on the bus and to clients. */
export const problemSchema: JsonSchema = {
  type: 'object',
  description: 'What went wrong (RFC 9457). `code` is stable; `detail` is in the language of the caller.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable, in capitals.' },
    detail: { type: 'string' },
    retryable: { type: 'boolean', description: 'Asking again, with the same idempotency key, may succeed.' },
    traceId: { type: 'string' },
    retryAfter: { type: 'integer', description: 'Seconds.' },
    params: { type: 'object', description: 'Figures and names that the detail mentions.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
        required: ['field', 'code', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'traceId'],
};

/** The problem document with one of these codes. */
export const problemWith = (codes: readonly string[]): JsonSchema => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: [...codes].sort() } } }],
});

/** Codes by their HTTP status, both in ascending order. */
export function codesByStatus(errors: Readonly<Record<string, ErrorCategory>>): [number, string[]][] {
  const grouped = new Map<number, string[]>();
  for (const [code, category] of Object.entries(errors)) {
    const status = statusOf[category];
    grouped.set(status, [...(grouped.get(status) ?? []), code].sort());
  }
  return [...grouped].sort(([a], [b]) => a - b);
}

export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
