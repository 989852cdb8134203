import { refuse } from '@tessera/platform';

/** Lets so many work at once, makes so many wait, and refuses the rest with 503. */
export class Semaphore {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(
    size: number,
    private readonly queue: number,
  ) {
    this.free = size;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await this.wait();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place goes from hand to hand, so that nobody who comes later overtakes.
      if (next) next();
      else this.free++;
    }
  }

  private async wait(): Promise<void> {
    if (this.waiting.length >= this.queue) refuse('UNAVAILABLE', { retryAfter: 2 });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
