const HOUR = 3600;
/** From so many failures on, waiting starts at half a minute. */
const MANY = 10;

/** Seconds until the next try after so many failures in a row: none, then 1, 2, 4 …, from ten on 30, 60 … to an hour. */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  if (failures < MANY) return Math.min(30, 2 ** (failures - free));
  return Math.min(HOUR, 30 * 2 ** Math.min(failures - MANY, 20));
}

/** The waits after 1, 2, 3 … failures, for SQL. */
export const waits = (most: number, free: number): number[] =>
  Array.from({ length: most }, (_, i) => waitAfter(i + 1, free));
