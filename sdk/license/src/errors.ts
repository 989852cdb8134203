/** Base of everything that `TesseraLicenseClient` rejects with. `code` is stable, the message is for logs. */
export abstract class TesseraLicenseError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

export interface Problem {
  /** `SEAT_LIMIT_REACHED`, `LICENSE_BLOCKED`, … ; `UNEXPECTED_REPLY` where the reply was no problem document. */
  code: string;
  /** HTTP status. */
  status: number;
  /** For people, in the caller's language. */
  detail: string;
  traceId: string | null;
  fieldErrors: { field: string; code: string; detail: string }[];
  /** From `Retry-After`; null without one. */
  retryAfterSeconds: number | null;
}

/** The service refused (RFC 9457 problem document). */
export class LicenseRefused extends TesseraLicenseError {
  constructor(readonly problem: Problem) {
    super(problem.code, `${problem.status} ${problem.code}: ${problem.detail}`);
  }
}

/** No reply. After TIMEOUT the outcome is unknown: repeat the call with the same idempotency key. */
export class ServiceUnreachable extends TesseraLicenseError {
  constructor(code: 'NETWORK_UNREACHABLE' | 'TIMEOUT', cause: unknown) {
    super(
      code,
      code === 'TIMEOUT' ? 'The service did not answer in time.' : 'The service cannot be reached.',
      { cause },
    );
  }
}

/** The service said yes, but its certificate does not hold: the reply may come from someone else. `code` is one of
 *  `CertificateRefusal`. */
export class CertificateRefused extends TesseraLicenseError {}
