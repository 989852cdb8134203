import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until the assertion holds, for at most five seconds. */
export async function eventually(assertion: () => void, milliseconds = 5_000): Promise<void> {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return assertion();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(20);
    }
  }
}
