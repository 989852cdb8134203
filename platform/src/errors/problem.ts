import { commonErrors, statusOf, type ErrorCategory, type FieldError } from '@tessera/contracts/kit';

/** RFC 9457, as it travels on the bus and, with a localised `detail`, to clients. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  /** Safe to ask again, with the same idempotency key where the request writes. */
  retryable: boolean;
  traceId: string;
  /** Seconds after which another try may succeed. */
  retryAfter?: number;
  /** Figures and names for the localised text, e.g. `{ limit: 10 }`. Never secrets. */
  params?: Record<string, string | number>;
  errors?: FieldError[];
}

export interface RefusalOptions {
  /** English, for logs and for languages without a translation. */
  detail?: string;
  params?: Record<string, string | number>;
  errors?: FieldError[];
  /** Seconds. */
  retryAfter?: number;
}

/**
 * A user's or a client's doing: a stable code that the contract at hand declares, which gives it its category.
 * Entities throw it without knowing the contract.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: string,
    readonly options: RefusalOptions = {},
  ) {
    super(options.detail ?? code);
  }
}

/** Throws a {@link Refusal}; as an expression, e.g. `row ?? refuse('NOT_FOUND')`. */
export function refuse(code: string, options: RefusalOptions = {}): never {
  throw new Refusal(code, options);
}

/** A failure that is already a problem document: what another service answered, or what the bus itself met. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(readonly document: ProblemDocument) {
    super(`${document.code}: ${document.detail}`);
  }
  get code(): string {
    return this.document.code;
  }
}

/** Makes a problem document for a code of a known category. */
export function problemDocument(
  code: string,
  category: ErrorCategory,
  traceId: string,
  options: RefusalOptions = {},
): ProblemDocument {
  const status = statusOf[category];
  return {
    type: `urn:tessera:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: code.toLowerCase().replaceAll('_', ' '),
    status,
    code,
    detail: options.detail ?? code,
    retryable: status === 503 || status === 429 || code === 'IDEMPOTENCY_IN_PROGRESS',
    traceId,
    ...(options.retryAfter === undefined
      ? status === 503
        ? { retryAfter: 1 }
        : {}
      : { retryAfter: options.retryAfter }),
    ...(options.params ? { params: options.params } : {}),
    ...(options.errors ? { errors: options.errors } : {}),
  };
}

export const commonProblem = (
  code: keyof typeof commonErrors,
  traceId: string,
  options: RefusalOptions = {},
): Problem => new Problem(problemDocument(code, commonErrors[code], traceId, options));
