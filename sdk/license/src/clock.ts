/** How far the device's clock may be off the service's, in milliseconds. */
export const CLOCK_SKEW = 60_000;

/** Milliseconds since 1970. @throws TypeError on an invalid date, which would compare as "still valid". */
export function readClock(now = new Date()): number {
  const milliseconds = now.getTime();
  if (Number.isNaN(milliseconds)) throw new TypeError('now is not a valid date.');
  return milliseconds;
}
