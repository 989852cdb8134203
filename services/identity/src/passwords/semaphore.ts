import { refuse } from '@tessera/platform';

/** Limits how many calls work at once and how many wait; refuses the rest with 503. */
export class Semaphore {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(
    concurrency: number,
    private readonly maxQueueLength: number,
  ) {
    this.free = concurrency;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await this.wait();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place is handed over, so that no later call overtakes.
      if (next) next();
      else this.free++;
    }
  }

  private async wait(): Promise<void> {
    if (this.waiting.length >= this.maxQueueLength) refuse('UNAVAILABLE', { retryAfter: 2 });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
