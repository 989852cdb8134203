/** The platform refused (RFC 9457 problem document); `code` is stable. */
export class AgentRefused extends Error {
  override readonly name = 'AgentRefused';
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    /** Seconds, where the platform says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

/**
 * No answer, or one of something else than the platform: a portal, a proxy, a server in trouble. The outcome is unknown, and
 * every call of this protocol may be repeated.
 */
export class PlatformUnreachable extends Error {
  override readonly name = 'PlatformUnreachable';
  constructor(
    message: string,
    options?: ErrorOptions,
    /** Seconds, where the answer says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message, options);
  }
}

/** The enrollment is over: the device waits for a new code. */
export const endings = ['ENROLLMENT_ENDED', 'DEVICE_QUARANTINED'];

export const endsEnrollment = (error: unknown): error is AgentRefused =>
  error instanceof AgentRefused && endings.includes(error.code);

/** What was said is refused, and would be again; not who said it, nor that it came now. */
export const isRefusalOfContent = (error: unknown): error is AgentRefused =>
  error instanceof AgentRefused && [400, 413, 422].includes(error.status);
