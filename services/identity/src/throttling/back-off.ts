const MAX_WAIT_SECONDS = 3_600;
/** From this number of failures on, waiting starts at half a minute. */
const LONG_WAIT_FAILURES = 10;
const LONG_WAIT_SECONDS = 30;

/** Seconds until the next attempt after failures in a row: none, then 1, 2, 4 …, from ten on 30, 60 … to an hour. */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  if (failures < LONG_WAIT_FAILURES) return Math.min(LONG_WAIT_SECONDS, 2 ** (failures - free));
  return Math.min(MAX_WAIT_SECONDS, LONG_WAIT_SECONDS * 2 ** Math.min(failures - LONG_WAIT_FAILURES, 20));
}

/** The waits after 1, 2, 3 … failures, for SQL. */
export const waits = (maxFailures: number, free: number): number[] =>
  Array.from({ length: maxFailures }, (_, i) => waitAfter(i + 1, free));
