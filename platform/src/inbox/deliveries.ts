import type { JsMsg } from '@nats-io/jetstream';
import { setTimeout as sleep } from 'node:timers/promises';
import { MAX_CONCURRENT_BATCHES } from '../events/limits.js';

/** For how long a stopping instance begins what it holds, in milliseconds. */
const DRAIN_MS = 5_000;

/**
 * What a consumer has taken from the bus and not yet answered. What has come by the time a lane is free is handled
 * together: one message at a time when there are few, so that none waits for company, and many when there is a backlog.
 */
export class Deliveries {
  private waiting: JsMsg[] = [];
  private readonly inWork = new Set<JsMsg>();
  private lanes = 0;
  private planned = false;
  private readonly timer: NodeJS.Timeout;

  /**
   * @param work answers each of the messages; it never fails
   * @param most of them that are handled together
   * @param interval at which the bus is told that all that is held is still in work, in milliseconds
   */
  constructor(
    private readonly work: (batch: JsMsg[]) => Promise<void>,
    private readonly most: number,
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
      // The rest of what came in the same packet is not here yet.
      setImmediate(() => this.begin());
    }
  }

  /** Finishes what it holds; what is not begun by then it gives back, for other instances. */
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
    while (this.lanes < MAX_CONCURRENT_BATCHES && this.waiting.length) {
      const batch = this.waiting.splice(0, this.most);
      this.lanes++;
      for (const message of batch) this.inWork.add(message);
      void this.work(batch).finally(() => {
        this.lanes--;
        for (const message of batch) this.inWork.delete(message);
        this.begin();
      });
    }
  }
}
