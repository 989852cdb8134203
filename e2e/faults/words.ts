import type { RequestLog } from './request-log.js';

/** Failures in words, with when they began in relation to an instant, so that a failed test tells what happened. */
export const inWords = (failures: ReturnType<RequestLog['failures']>, instant: number): string[] =>
  failures.map(({ operation: o, answer: a }) => {
    const began = `began ${Math.round(a.began - instant)} ms after, took ${Math.round(a.ended - a.began)} ms`;
    return `${o.kind}${o.keyed ? ' with a key' : ''}: ${a.status} ${a.code}, ${began}`;
  });

export const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;

export function tally(statuses: number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
