/** How far the device's clock may be off the service's, in milliseconds. */
export const CLOCK_SKEW = 60_000;

/**
 * Milliseconds since 1970.
 * @throws TypeError on what is no date, and on an invalid one, which would compare as "still valid"
 */
export function readClock(now: unknown = new Date()): number {
  // Not `instanceof`: a date of another realm is one as well.
  if (Object.prototype.toString.call(now) !== '[object Date]')
    throw new TypeError(`now is not a Date but ${typeof now}.`);
  const milliseconds = (now as Date).getTime();
  if (Number.isNaN(milliseconds)) throw new TypeError('now is not a valid date.');
  return milliseconds;
}
