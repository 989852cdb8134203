import type { ErrorCategory } from '@tessera/contracts';
import { Problem, problemDocument, Refusal } from '@tessera/platform';
import { isStorageUnavailable } from './storage-unavailable.js';

/** Our codes for the tus library's statuses. Its texts stay inside. */
const meanings: Readonly<Record<number, [code: string, category: ErrorCategory]>> = {
  400: ['VALIDATION_FAILED', 'invalid'],
  // The library says 403 for a missing Upload-Offset and 501 for an extension that we do not offer.
  403: ['VALIDATION_FAILED', 'invalid'],
  501: ['VALIDATION_FAILED', 'invalid'],
  404: ['NOT_FOUND', 'not_found'],
  410: ['NOT_FOUND', 'not_found'],
  // The offset is not where the upload stands: the client asks for it and goes on from there.
  409: ['CONFLICT', 'conflict'],
  412: ['TUS_VERSION_UNSUPPORTED', 'precondition_failed'],
  413: ['PAYLOAD_TOO_LARGE', 'too_large'],
};

/** English, for codes that only this protocol has. */
const details: Readonly<Record<string, string>> = {
  TUS_VERSION_UNSUPPORTED: 'The header Tus-Resumable: 1.0.0 is needed.',
};

/** ERRORS.ABORTED: another request has taken the upload over; this one's client, if there is one, goes on later. */
const ABORTED = /Request aborted/;

/** @param thrown by a hook or the library; undefined where the library only answered with the status */
export function tusProblem(status: number, thrown: unknown, traceId: string): Error {
  if (thrown instanceof Problem || thrown instanceof Refusal) return thrown;
  const known = thrown as { status_code?: number; body?: string } | undefined;
  if (known?.body && ABORTED.test(known.body)) return problem('CONFLICT', 'conflict', traceId);
  // A stream that carries bytes to the storage throws its failure here.
  if (isStorageUnavailable(thrown)) return problem('UNAVAILABLE', 'unavailable', traceId);
  // Neither our refusal nor the library's is a defect, for the log and for a 500.
  if (thrown instanceof Error && known?.status_code === undefined) return thrown;
  const [code, category] = meanings[status] ?? ['UNAVAILABLE', 'unavailable'];
  return problem(code, category, traceId);
}

const problem = (code: string, category: ErrorCategory, traceId: string): Problem =>
  new Problem(problemDocument(code, category, traceId, code in details ? { detail: details[code]! } : {}));
