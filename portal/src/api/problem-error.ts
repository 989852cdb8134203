/** One fault of a field: `code` is stable, `detail` a sentence in the person's language. */
export interface FieldFault {
  field: string;
  code: string;
  detail: string;
}

/** Why a request was not done: an `application/problem+json` of the API, or `NETWORK` where no answer came at all. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  private constructor(
    /** 0: no answer came. */
    readonly status: number,
    readonly code: string,
    /** In the person's language; empty for NETWORK, which the portal words itself. */
    readonly detail: string,
    readonly faults: readonly FieldFault[] = [],
    readonly traceId: string | null = null,
    /** Seconds, where the server says when to try again. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${status} ${code} ${detail}`);
  }

  static network(): ProblemError {
    return new ProblemError(0, 'NETWORK', '');
  }

  static async from(response: Response): Promise<ProblemError> {
    const body = (await response.json().catch(() => ({}))) as Partial<ProblemError> & {
      errors?: FieldFault[];
    };
    const wait = Number(response.headers.get('retry-after'));
    return new ProblemError(
      response.status,
      body.code ?? 'UNEXPECTED',
      body.detail ?? '',
      body.errors ?? [],
      body.traceId ?? null,
      wait > 0 ? wait : null,
    );
  }
}

export const hasCode = (error: unknown, ...codes: string[]): error is ProblemError =>
  error instanceof ProblemError && codes.includes(error.code);
