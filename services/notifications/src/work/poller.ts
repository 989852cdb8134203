import type { Logger } from 'pino';

/** How often work is looked for that nobody called for: other instances' and what waited. Milliseconds. */
const EVERY_MS = 1_000;

/**
 * Does work that lies in a table, one round after the other: at once when woken, else once a second.
 * A round answers whether more is waiting.
 */
export class Poller {
  private stopping = false;
  private woken = false;
  private rouse: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly round: () => Promise<boolean>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.loop = this.run();
  }

  wake(): void {
    this.woken = true;
    this.rouse();
  }

  /** Finishes the round that runs, and begins no other. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.rouse();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      const more = await this.round().catch((error: unknown) => {
        this.logger.warn({ err: error }, `${this.name} could not work; trying again`);
        return false;
      });
      if (!more && !this.woken && !this.stopping) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, EVERY_MS);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
