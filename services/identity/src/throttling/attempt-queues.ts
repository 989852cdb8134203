import { refuse, type Deadline } from '@tessera/platform';

const MAX_QUEUE_LENGTH = 128;
/** Room that another instance makes is only seen by asking; the first attempt of a queue does so. */
const POLL_MS = 100;
/** What an attempt needs after it has waited. */
const RESERVED_MS = 1_000;

/** The outcome of an attempt that has to wait until another one of this queue has ended. */
export class Blocked {
  constructor(readonly queue: string) {}
}

interface Waiter {
  wake: () => void;
}

/** Queues of attempts, by key: in this instance the first of a queue is repeated when another attempt has ended. */
export class AttemptQueues {
  private readonly queues = new Map<string, Waiter[]>();

  /**
   * Repeats an attempt until it is not blocked any more; later attempts do not overtake it.
   * @param keys queues that it joins before the first attempt, if one exists
   * @throws Refusal TOO_MANY_REQUESTS when no time is left, or the queue is full
   */
  async run<T>(keys: readonly string[], deadline: Deadline, attempt: () => Promise<T | Blocked>): Promise<T> {
    const waiter: Waiter = { wake: () => undefined };
    let key = keys.find((k) => this.queues.has(k));
    try {
      if (key) await this.join(key, waiter, deadline);
      for (;;) {
        const outcome = await attempt();
        if (!(outcome instanceof Blocked)) return outcome;
        if (outcome.queue === key) await this.wait(waiter, POLL_MS, deadline);
        else {
          if (key) this.leave(key, waiter);
          key = outcome.queue;
          await this.join(key, waiter, deadline);
        }
      }
    } finally {
      if (key) this.leave(key, waiter);
    }
  }

  /** An attempt of these queues has ended. */
  notify(keys: readonly string[]): void {
    for (const key of keys) this.queues.get(key)?.[0]!.wake();
  }

  /** Resolves when it is the first of the queue, and an attempt has ended or some time has passed. */
  private async join(key: string, waiter: Waiter, deadline: Deadline): Promise<void> {
    const queue = this.queues.get(key) ?? [];
    if (queue.length >= MAX_QUEUE_LENGTH) refuse('TOO_MANY_REQUESTS', { retryAfter: 1 });
    this.queues.set(key, queue);
    queue.push(waiter);
    do await this.wait(waiter, queue[0] === waiter ? POLL_MS : Infinity, deadline);
    while (queue[0] !== waiter);
  }

  private async wait(waiter: Waiter, maxMs: number, deadline: Deadline): Promise<void> {
    const left = deadline.remaining - RESERVED_MS;
    if (left <= 0) refuse('TOO_MANY_REQUESTS', { retryAfter: 1 });
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      waiter.wake = resolve;
      timer = setTimeout(resolve, Math.min(maxMs, left));
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
