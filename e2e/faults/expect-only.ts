import type { FaultHarness } from './fault-harness.js';
import { inWords } from './words.js';

/** What became of those who asked, in relation to the instant of the blow: none of the spared failed, and none after the last. */
export function expectOnly(
  harness: FaultHarness,
  began: number,
  blow: number,
  spared: readonly string[],
  last: number,
): void {
  const unexpected = harness.requestLog
    .failures(began)
    .filter(
      ({ operation: o, answer: a }) =>
        spared.includes(o.kind) || a.began > last || ![503, 504, 409].includes(a.status),
    );
  expect(inWords(unexpected, blow)).toEqual([]);
}
