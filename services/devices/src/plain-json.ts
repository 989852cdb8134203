import { refuse } from '@tessera/platform';

/**
 * Checks a free JSON object that goes into the database: bounded, and without NUL and lone surrogates, which Postgres
 * does not store.
 * @throws Refusal VALIDATION_FAILED naming the field
 */
export function requirePlainJson(value: object, field: string, maxBytes: number): void {
  const text = JSON.stringify(value);
  const code =
    Buffer.byteLength(text) > maxBytes
      ? 'TOO_LONG'
      : /\\u0000|\\ud[89a-f][0-9a-f]{2}/i.test(text)
        ? 'MALFORMED'
        : null;
  if (code)
    refuse('VALIDATION_FAILED', {
      errors: [{ field, code, detail: `at most ${maxBytes} bytes of plain JSON` }],
    });
}
