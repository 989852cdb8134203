import { refuse, type Deadline } from '@tessera/platform';

/** How many may wait in one queue. */
const MOST = 128;
/** Places that another instance gives back are only seen by asking; the first of a queue does so. Milliseconds. */
const LOOK_MS = 100;
/** What a try needs after it has waited. Milliseconds. */
const RESERVE_MS = 1_000;

/** Whoever tries has to wait until another one under this key has ended. */
export class Crowded {
  constructor(readonly key: string) {}
}

interface Waiter {
  wake: () => void;
}

/** Queues of tries, by key: in this instance the first of a queue tries again when another one has ended. */
export class Turns {
  private readonly queues = new Map<string, Waiter[]>();

  /**
   * Tries until it is not crowded any more; who comes later does not overtake.
   * @throws Refusal TOO_MANY_REQUESTS when there is no time left, or too many wait already
   */
  async through<T>(
    keys: readonly string[],
    deadline: Deadline,
    attempt: () => Promise<T | Crowded>,
  ): Promise<T> {
    const waiter: Waiter = { wake: () => undefined };
    let key = keys.find((k) => this.queues.has(k));
    try {
      if (key) await this.join(key, waiter, deadline);
      for (;;) {
        const outcome = await attempt();
        if (!(outcome instanceof Crowded)) return outcome;
        if (outcome.key === key) await this.wait(waiter, LOOK_MS, deadline);
        else {
          if (key) this.leave(key, waiter);
          key = outcome.key;
          await this.join(key, waiter, deadline);
        }
      }
    } finally {
      if (key) this.leave(key, waiter);
    }
  }

  ended(keys: readonly string[]): void {
    for (const key of keys) this.queues.get(key)?.[0]!.wake();
  }

  /** Resolves when it is the first of the queue, and one has ended or some time has passed. */
  private async join(key: string, waiter: Waiter, deadline: Deadline): Promise<void> {
    const queue = this.queues.get(key) ?? [];
    if (queue.length >= MOST) refuse('TOO_MANY_REQUESTS', { retryAfter: 1 });
    this.queues.set(key, queue);
    queue.push(waiter);
    do await this.wait(waiter, queue[0] === waiter ? LOOK_MS : Infinity, deadline);
    while (queue[0] !== waiter);
  }

  private async wait(waiter: Waiter, most: number, deadline: Deadline): Promise<void> {
    const left = deadline.remaining - RESERVE_MS;
    if (left <= 0) refuse('TOO_MANY_REQUESTS', { retryAfter: 1 });
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      waiter.wake = resolve;
      timer = setTimeout(resolve, Math.min(most, left));
    });
    clearTimeout(timer);
  }

  /** The next one may find room as well. */
  private leave(key: string, waiter: Waiter): void {
    const queue = this.queues.get(key);
    const at = queue?.indexOf(waiter) ?? -1;
    if (!queue || at < 0) return;
    queue.splice(at, 1);
    if (!queue.length) this.queues.delete(key);
    else if (at === 0) queue[0]!.wake();
  }
}
