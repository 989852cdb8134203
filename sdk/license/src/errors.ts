import type { ActivationHandle } from './activation.js';

/** Base of everything that `TesseraLicenseClient` rejects with. `code` is stable, the message is for logs. */
export abstract class TesseraLicenseError extends Error {
  readonly code: string;
  /** Set where `activate` failed after the service had taken the seat: store it, or give it to `deactivate`. */
  activation: ActivationHandle | null = null;

  constructor(code: string, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

export interface Problem {
  /** `SEAT_LIMIT_REACHED`, `LICENSE_BLOCKED`, … */
  code: string;
  /** HTTP status, 400 to 499. */
  status: number;
  /** For people, in the caller's language. */
  detail: string;
  traceId: string;
  fieldErrors: { field: string; code: string; detail: string }[];
}

/** The service has said no, in a problem document of its own (RFC 9457). Nothing else is ever made into this error. */
export class LicenseRefused extends TesseraLicenseError {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code, `${problem.status} ${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

const UNREACHABLE = {
  NETWORK_UNREACHABLE: 'The service cannot be reached.',
  TIMEOUT: 'The service did not answer in time.',
  UNEXPECTED_REPLY: 'Something else than the service answered.',
  RATE_LIMITED: 'The service wants to be asked later.',
  SERVICE_ERROR: 'The service is out of order.',
  IN_PROGRESS: 'The service is still at work on an earlier attempt.',
} as const;

export type UnreachableCode = keyof typeof UNREACHABLE;

/** What to offer to the person; `code` is stable, `detail` is English. */
export interface Remedy {
  code: 'USE_KEY_FILE' | 'VERIFY_KEY_FILE' | 'TRY_LATER';
  detail: string;
}

export interface UnreachableFacts {
  /** HTTP status, if there was an answer at all. */
  status?: number;
  /** From `Retry-After`. */
  retryAfterSeconds?: number | null;
  traceId?: string | null;
  cause?: unknown;
}

/**
 * No answer of the service: it says nothing about the license, so it is no reason to lock anybody out. What was asked
 * may have been done: repeat `activate` with the same idempotency key.
 */
export class ServiceUnreachable extends TesseraLicenseError {
  declare readonly code: UnreachableCode;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
  readonly traceId: string | null;
  remedy: Remedy = {
    code: 'TRY_LATER',
    detail: 'Try again later; a stored certificate counts until its end.',
  };

  constructor(code: UnreachableCode, facts: UnreachableFacts = {}) {
    const { status = null, retryAfterSeconds = null, traceId = null } = facts;
    super(code, UNREACHABLE[code] + (status === null ? '' : ` (HTTP ${status})`), { cause: facts.cause });
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
    this.traceId = traceId;
  }
}

/** The service said yes, but its certificate does not hold: the reply may come from someone else. `code` is one of
 *  `CertificateRefusal`, or `CERTIFICATE_WRONG_ACTIVATION`. */
export class CertificateRefused extends TesseraLicenseError {}
