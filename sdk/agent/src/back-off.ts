const MIN_BACK_OFF_MS = 1_000;
const MAX_BACK_OFF_MS = 60_000;

/** Growing waits with ±50 % jitter, so that devices that lost the platform together do not return together. */
export class BackOff {
  private failures = 0;

  /** Milliseconds. @param atLeast what the platform asked for */
  next(atLeast = 0): number {
    const grown = Math.min(MAX_BACK_OFF_MS, MIN_BACK_OFF_MS * 2 ** Math.min(this.failures++, 10));
    return Math.max(atLeast, grown) * (0.5 + Math.random()) + atLeast * 0.5;
  }

  reset(): void {
    this.failures = 0;
  }
}
