import { worstInputs } from '../test/worst-inputs.js';
import { registry, validate, type AnyContract, type Shape } from './index.js';

/**
 * Time on the one event loop that all requests share. A whole body of wrong elements took 20 to 60 of them when
 * every broken rule was looked for; it takes less than one.
 */
const MAX_MS = 8;
const ROUNDS = 5;

/** The quickest of a few rounds: what else the machine does only adds. */
function timeOf(work: () => void): number {
  let quickest = Infinity;
  for (let round = 0; round < ROUNDS && quickest > MAX_MS; round++) {
    const began = performance.now();
    work();
    quickest = Math.min(quickest, performance.now() - began);
  }
  return quickest;
}

const inputOf = (contract: AnyContract): Shape =>
  contract.kind === 'event' ? contract.payload : contract.request;

it.each([...registry.keys()])('checks the worst that 100 KiB can hold at once: %s', (subject) => {
  const shape = inputOf(registry.get(subject)!);
  const slow: string[] = [];
  for (const [what, input] of worstInputs(shape)) {
    for (const source of ['body', 'query'] as const) {
      let faults = 0;
      const spent = timeOf(() => (faults = validate(shape, input, 'strict', source).length));
      if (faults > 20) slow.push(`${what}: ${faults} faults`);
      if (spent > MAX_MS) slow.push(`${what}: ${spent.toFixed(1)} ms (${source})`);
    }
  }
  expect(slow).toEqual([]);
});
