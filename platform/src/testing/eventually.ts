import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tries until the assertion holds, with a deadline instead of a sleep of guessed length.
 * @param within milliseconds
 */
export async function eventually<T>(assertion: () => T | Promise<T>, within = 5_000): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(20);
    }
  }
}
