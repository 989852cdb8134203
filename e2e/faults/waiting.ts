import { setTimeout as sleep } from 'node:timers/promises';

export const readiness = (healthPort: number) =>
  fetch(`http://127.0.0.1:${healthPort}/readyz`, { signal: AbortSignal.timeout(2_000) });

export const isReady = async (healthPort: number) => (await readiness(healthPort)).status === 200;

/** Polls until the condition holds. An error counts as "not yet". @returns milliseconds that it took */
export async function until(condition: () => boolean | Promise<boolean>, within: number): Promise<number> {
  const began = performance.now();
  let last: unknown;
  for (;;) {
    try {
      if (await condition()) return Math.round(performance.now() - began);
    } catch (error) {
      last = error;
    }
    if (performance.now() - began > within)
      throw new Error(`it did not happen within ${within} ms: ${String(condition)}`, { cause: last });
    await sleep(20);
  }
}
