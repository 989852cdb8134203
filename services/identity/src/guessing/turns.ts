import { refuse } from '@tessera/platform';

/** How many may wait for the end of the same tries. */
const MOST = 64;
/** Another instance may have ended what is waited for; then it is only seen by asking. Milliseconds. */
const LEAST_MS = 50;
const MOST_MS = 250;

type Wake = () => void;

/**
 * Tries that wait until others under the same keys have ended. Of those in this instance one is woken for each that ends,
 * in the order in which they came; to see those of other instances each asks anew now and then.
 */
export class Turns {
  private readonly waiting = new Map<string, Set<Wake>>();

  /** @throws Refusal TOO_MANY_REQUESTS where too many wait already */
  async next(keys: readonly string[], time: number): Promise<void> {
    const queues = keys.map((key) => this.queue(key));
    if (queues.some((queue) => queue.size >= MOST)) refuse('TOO_MANY_REQUESTS', { retryAfter: 1 });
    let wake: Wake = () => undefined;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      for (const queue of queues) queue.add(wake);
      timer = setTimeout(resolve, Math.min(MOST_MS, LEAST_MS * 2 ** time));
    });
    clearTimeout(timer);
    for (const [at, queue] of queues.entries()) {
      queue.delete(wake);
      if (!queue.size) this.waiting.delete(keys[at]!);
    }
  }

  ended(keys: readonly string[]): void {
    for (const key of keys) {
      const [first] = this.waiting.get(key) ?? [];
      if (!first) continue;
      this.waiting.get(key)!.delete(first);
      first();
    }
  }

  private queue(key: string): Set<Wake> {
    const queue = this.waiting.get(key) ?? new Set();
    this.waiting.set(key, queue);
    return queue;
  }
}
