import { commonErrors, type ErrorCategory } from '@tessera/contracts/kit';
import { Problem, problemDocument, Refusal, type ProblemDocument } from './problem.js';

/** What the mapping found: the document for the caller, and whether the failure is ours and belongs in the log. */
export interface Mapped {
  document: ProblemDocument;
  unexpected: boolean;
}

/**
 * The one place that turns anything thrown into a problem document.
 * @param declared the error codes of the contract at hand
 */
export function toProblem(
  error: unknown,
  declared: Readonly<Record<string, ErrorCategory>>,
  traceId: string,
): Mapped {
  if (error instanceof Problem) {
    // A neighbour's refusal that this contract does not declare would be a code that no client knows.
    const known = error.code in declared || error.code in commonErrors;
    return known ? { document: { ...error.document, traceId }, unexpected: false } : internal(traceId);
  }
  if (error instanceof Refusal) {
    const category = declared[error.code] ?? (commonErrors as Record<string, ErrorCategory>)[error.code];
    if (!category) return internal(traceId);
    return { document: problemDocument(error.code, category, traceId, error.options), unexpected: false };
  }
  return fromPostgres(error, traceId) ?? internal(traceId);
}

const internal = (traceId: string): Mapped => ({
  document: problemDocument('INTERNAL', 'internal', traceId, { detail: 'Something went wrong on our side.' }),
  unexpected: true,
});

function fromPostgres(error: unknown, traceId: string): Mapped | null {
  const code = sqlState(error);
  if (!code) return null;
  const as = (c: keyof typeof commonErrors, unexpected: boolean): Mapped => ({
    document: problemDocument(c, commonErrors[c], traceId),
    unexpected,
  });
  if (code === '23505' || code === '23P01') return as('CONFLICT', true);
  if (code === '57014' || code === '55P03') return as('DEADLINE_EXCEEDED', true);
  // Class 53: out of disk, memory or connections. The statement was not executed.
  if (isConflict(error) || code.startsWith('53') || isConnectionFailure(error))
    return as('UNAVAILABLE', true);
  return null;
}

/** A deadlock or a serialization failure: nobody's fault, and all of it undone. */
export function isConflict(error: unknown): boolean {
  const code = sqlState(error);
  return code === '40001' || code === '40P01';
}

/** TypeORM's, when the connection of its query runner has failed: it gives it back to the pool by itself. */
const GIVEN_BACK = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);

/** What pg says, and TypeORM, to a statement on a connection that they know to be lost. */
const isUnsent = (error: unknown): boolean =>
  error instanceof Error && (/is not queryable/.test(error.message) || GIVEN_BACK.has(error.name));

/** The SQLSTATE or the socket's error code, also from inside TypeORM's wrapper. */
export function sqlState(error: unknown): string | undefined {
  const e = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = e?.driverError?.code ?? e?.code;
  if (typeof code === 'string') return code;
  return isUnsent(error) ||
    (error instanceof Error &&
      /Connection terminated|timeout exceeded when trying to connect/.test(error.message))
    ? '08006'
    : undefined;
}

/**
 * The server had ended the session before it had the statement, which is therefore not executed, a COMMIT neither: because
 * it waited too long for one within a transaction. That goes by the clock on the wall, so that to put the clock right ends
 * sessions which waited for a moment only.
 */
export const isNotExecuted = (error: unknown): boolean => sqlState(error) === '25P03' || isUnsent(error);

/** The connection failed, so that the statement was not committed by it, or its outcome is unknown. */
export function isConnectionFailure(error: unknown): boolean {
  const code = sqlState(error) ?? '';
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === '53300' ||
    isNotExecuted(error) ||
    /^E(CONN|PIPE|TIMEDOUT|HOST)/.test(code)
  );
}
