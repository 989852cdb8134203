import type { Logger } from 'pino';

/** How long one that has failed is left out, in milliseconds. */
const LEFT_OUT_MS = 60_000;

/**
 * Does something with each of a batch by itself: one that fails holds back no other, and is left out for a while, so that
 * such ones do not fill the next batch either.
 */
export class EachByItself<T extends { id: string }> {
  private readonly failed = new Map<string, number>();

  constructor(
    private readonly what: string,
    private readonly logger: Logger,
  ) {}

  /** Ids that the next batch goes without. */
  get leftOut(): string[] {
    for (const [id, at] of this.failed) if (performance.now() - at > LEFT_OUT_MS) this.failed.delete(id);
    return [...this.failed.keys()];
  }

  async run(batch: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
    for (const item of batch) {
      try {
        await act(item);
      } catch (error) {
        this.failed.set(item.id, performance.now());
        this.logger.error(
          { err: error, id: item.id },
          `${this.what} failed for one; it is tried again later`,
        );
      }
    }
  }
}
