import type { Stage } from './stage.js';
import { inWords } from './words.js';

/** What became of those who asked, in relation to the instant of the blow: none of the spared failed, and none after the last. */
export function expectOnly(
  stage: Stage,
  began: number,
  blow: number,
  spared: readonly string[],
  last: number,
): void {
  const unexpected = stage.book
    .failures(began)
    .filter(
      ({ operation: o, answer: a }) =>
        spared.includes(o.kind) || a.began > last || ![503, 504, 409].includes(a.status),
    );
  expect(inWords(unexpected, blow)).toEqual([]);
}
