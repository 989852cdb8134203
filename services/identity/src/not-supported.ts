import { refuse } from '@tessera/platform';

/**
 * A field that the interface has and the service does not use yet: its sender relies on a check that is not made.
 * @throws Refusal VALIDATION_FAILED; empty texts say nothing
 */
export function requireUnused(field: string, value: string | undefined, detail: string): void {
  if (value) refuse('VALIDATION_FAILED', { errors: [{ field, code: 'NOT_SUPPORTED', detail }] });
}
