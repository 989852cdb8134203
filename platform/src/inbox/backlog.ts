import { jetstream } from '@nats-io/jetstream';
import type { BusConnection } from '../bus/connection.js';
import { consumerName, streamName } from '../events/names.js';
import { consumerPending } from '../observability/metrics.js';
import type { Subscriber } from './consumers.js';

/** How often the bus is asked, in milliseconds. */
const LOOK_EVERY_MS = 10_000;

/** How many events each consumer of the service has before it: on the stream, or delivered and not acknowledged. */
export class Backlog {
  private timer: NodeJS.Timeout | null = null;
  private looking = false;

  constructor(private readonly connection: BusConnection) {}

  start(subscribers: readonly Subscriber[]): void {
    this.timer = setInterval(() => void this.look(subscribers), LOOK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async look(subscribers: readonly Subscriber[]): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    for (const { contract } of subscribers) {
      const consumer = consumerName(this.connection.service, contract);
      const pending = await this.pending(streamName(contract.service), consumer);
      // No figure is better than an old one; that it cannot be read is told by whoever consumes.
      if (pending === null) consumerPending.remove({ consumer });
      else consumerPending.set({ consumer }, pending);
    }
    this.looking = false;
  }

  private async pending(stream: string, consumer: string): Promise<number | null> {
    if (!this.connection.connected) return null;
    try {
      // `get` asks the bus, and the permission for it is the consumer's own.
      const info = await (await jetstream(this.connection.nc).consumers.get(stream, consumer)).info(true);
      return info.num_pending + info.num_ack_pending;
    } catch {
      return null;
    }
  }
}
