import { jsonFaultOf } from '@tessera/contracts/kit';
import { refuse } from '@tessera/platform';

/**
 * What is signed for a device must be exactly what the caller has sent.
 * @throws Refusal VALIDATION_FAILED naming the field
 */
export function requirePlainJson(value: object, field: string, maxBytes: number): void {
  const code = jsonFaultOf(value, maxBytes, { exact: true });
  if (code)
    refuse('VALIDATION_FAILED', {
      errors: [{ field, code, detail: `at most ${maxBytes} bytes of plain JSON, integers below 2^53` }],
    });
}
