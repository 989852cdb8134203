const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Growing waits with ±50 % jitter, so that devices that lost the platform together do not return together. */
export class BackOff {
  private failures = 0;

  /** Milliseconds. @param atLeast what the platform asked for */
  next(atLeast = 0): number {
    const grown = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(this.failures++, 10));
    return Math.max(atLeast, grown) * (0.5 + Math.random()) + atLeast * 0.5;
  }

  reset(): void {
    this.failures = 0;
  }
}
