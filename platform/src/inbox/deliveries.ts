import type { JsMsg } from '@nats-io/jetstream';
import { setTimeout as sleep } from 'node:timers/promises';
import { MAX_CONCURRENT_BATCHES } from '../events/limits.js';

/** How long a stopping instance still starts messages that it holds. */
const DRAIN_MS = 5_000;

/**
 * The messages that a consumer holds and has not acknowledged. Those that have arrived by the time a batch may start are handled
 * together: single messages at low load, without waiting, and full batches from a backlog.
 */
export class Deliveries {
  private waiting: JsMsg[] = [];
  private readonly inWork = new Set<JsMsg>();
  private running = 0;
  private planned = false;
  private readonly timer: NodeJS.Timeout;

  /**
   * @param work answers each of the messages; it never fails
   * @param maxBatchSize messages that are handled together
   * @param interval at which the bus is told that all that is held is still in work, in milliseconds
   */
  constructor(
    private readonly work: (batch: JsMsg[]) => Promise<void>,
    private readonly maxBatchSize: number,
    interval: number,
  ) {
    this.timer = setInterval(() => {
      for (const message of [...this.inWork, ...this.waiting]) message.working();
    }, interval);
    this.timer.unref();
  }

  /** There are never more than the bus lets be unacknowledged. */
  take(message: JsMsg): void {
    this.waiting.push(message);
    if (!this.planned) {
      this.planned = true;
      // The other messages of the same packet are delivered later in this iteration of the event loop.
      setImmediate(() => this.begin());
    }
  }

  /** Finishes the messages that it holds; those not started in time are redelivered to other instances. */
  async stop(): Promise<void> {
    const end = performance.now() + DRAIN_MS;
    while (this.inWork.size || this.waiting.length) {
      if (performance.now() > end) for (const message of this.waiting.splice(0)) message.nak();
      await sleep(5);
    }
    clearInterval(this.timer);
  }

  private begin(): void {
    this.planned = false;
    while (this.running < MAX_CONCURRENT_BATCHES && this.waiting.length) {
      const batch = this.waiting.splice(0, this.maxBatchSize);
      this.running++;
      for (const message of batch) this.inWork.add(message);
      void this.work(batch).finally(() => {
        this.running--;
        for (const message of batch) this.inWork.delete(message);
        this.begin();
      });
    }
  }
}
