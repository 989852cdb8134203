import type { Logger } from 'pino';
import { jobSeconds } from '../observability/metrics.js';

/** Share by which an interval varies at random, so that the instances of a service do not all come at once. */
const JITTER = 0.1;

export interface PeriodicWork {
  /** Names the job in metrics and logs. */
  name: string;
  /** From the end of one run to the start of the next, in milliseconds. */
  everyMs: number;
  /** The first run comes with the start and not one interval later. */
  atStart?: boolean;
  /**
   * What is done. Any number of instances may run it at once, so it takes rows that no other holds.
   * @param signal aborted when the process stops; long runs look at it between two steps
   * @returns true when more is waiting: the next run comes at once
   */
  run(signal: AbortSignal): Promise<boolean | void>;
}

/** One job of one process: a run at a time; a failure goes to the log and the metric, and the next run comes all the same. */
export class PeriodicJob {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private woken = false;
  private started = false;
  private readonly stopping = new AbortController();

  constructor(
    private readonly work: PeriodicWork,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.started = true;
    if (this.work.atStart || this.woken) this.begin();
    else this.schedule();
  }

  /** Runs now, or once more after the run in progress, which may have begun before there was something to do. */
  wake(): void {
    this.woken = true;
    if (this.started && !this.running) this.begin();
  }

  /** Begins no other run; resolves when the one in progress is over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    const wait = this.work.everyMs * (1 - JITTER + 2 * JITTER * Math.random());
    this.timer = setTimeout(() => this.begin(), wait).unref();
  }

  private begin(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.stopping.signal.aborted) return;
    this.woken = false;
    this.running = this.run().then((more) => {
      this.running = null;
      if (this.stopping.signal.aborted) return;
      if (more || this.woken) this.begin();
      else this.schedule();
    });
  }

  private async run(): Promise<boolean> {
    const end = jobSeconds.startTimer({ job: this.work.name });
    try {
      const more = await this.work.run(this.stopping.signal);
      end({ outcome: 'done' });
      return more === true;
    } catch (error) {
      end({ outcome: 'failed' });
      this.logger.warn({ err: error, job: this.work.name }, 'a job failed; it runs again');
      return false;
    }
  }
}
