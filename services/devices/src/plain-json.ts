import { refuse } from '@tessera/platform';

/**
 * What is wrong with a free JSON object that is to be stored: it is too large, or one of its texts or names has what Postgres
 * does not store, NUL or half a character. The values count, not their serialised form: there a backslash that people typed
 * and an escape look alike.
 */
export function faultOf(value: object, maxBytes: number): 'TOO_LONG' | 'MALFORMED' | null {
  if (Buffer.byteLength(JSON.stringify(value)) > maxBytes) return 'TOO_LONG';
  return isStorable(value) ? null : 'MALFORMED';
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorable(inner));
}

/** @throws Refusal VALIDATION_FAILED naming the field */
export function requirePlainJson(value: object, field: string, maxBytes: number): void {
  const code = faultOf(value, maxBytes);
  if (code)
    refuse('VALIDATION_FAILED', {
      errors: [{ field, code, detail: `at most ${maxBytes} bytes of plain JSON` }],
    });
}
