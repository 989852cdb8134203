import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until the assertion holds, for at most five seconds. */
export async function eventually(assertion: () => void): Promise<void> {
  const end = performance.now() + 5_000;
  for (;;) {
    try {
      return assertion();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(20);
    }
  }
}
