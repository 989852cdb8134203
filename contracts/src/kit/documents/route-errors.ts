import { commonErrors, type CommonError, type ErrorCategory, type RequestContract } from '../contract.js';

export interface RouteTraits {
  /** Takes an `Idempotency-Key`. */
  key: boolean;
  body: boolean;
  /** Has parameters in its path. */
  parameters: boolean;
  /** Wants `If-Match`. */
  etag: boolean;
  writes: boolean;
  /** Somebody, or something, has to say who it is. */
  signedIn: boolean;
}

/** Which codes a route may answer: its contract's, and of the common ones those that can happen to it. */
export function errorsOf(contract: RequestContract, is: RouteTraits): Record<string, ErrorCategory> {
  const { access } = contract;
  const common: Record<CommonError, boolean> = {
    VALIDATION_FAILED: true,
    UNAUTHENTICATED: is.signedIn,
    // Also where the service looks closer than the contract says.
    RIGHT_MISSING: access.who === 'company' || access.who === 'customer' || access.who === 'signed_in',
    ORIGIN_REFUSED: is.writes,
    COMPANY_REQUIRED: access.who === 'company' || access.who === 'customer',
    NOT_FOUND: is.parameters || access.who === 'staff',
    CONFLICT: is.writes,
    IDEMPOTENCY_KEY_REUSED: is.key,
    IDEMPOTENCY_IN_PROGRESS: is.key,
    ETAG_MISMATCH: is.etag,
    ETAG_REQUIRED: is.etag,
    TOO_MANY_REQUESTS: true,
    PAYLOAD_TOO_LARGE: is.body,
    INTERNAL: true,
    UNAVAILABLE: true,
    DEADLINE_EXCEEDED: true,
  };
  const possible = (Object.keys(common) as CommonError[]).filter((code) => common[code]);
  return { ...Object.fromEntries(possible.map((code) => [code, commonErrors[code]])), ...contract.errors };
}
