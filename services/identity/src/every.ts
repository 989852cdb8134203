import type { Logger } from 'pino';

/** Work that comes again: one run at a time, failures go to the log and to the next run. */
export class Every {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly milliseconds: number,
    private readonly work: () => Promise<void>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.work()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'periodic work failed'))
        .then(() => void (this.stopped || this.start()));
    }, this.milliseconds);
    this.timer.unref();
  }

  /** Resolves when the run in progress, if any, is over. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }
}
