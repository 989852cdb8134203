import { jetstream } from '@nats-io/jetstream';
import type { Logger } from 'pino';
import type { BusConnection } from '../bus/connection.js';
import { consumerName, streamName } from '../events/names.js';
import { PeriodicJob } from '../jobs/periodic-job.js';
import { consumerPending } from '../observability/metrics.js';
import type { Subscriber } from './consumers.js';

const MEASURE_INTERVAL_MS = 10_000;

/** How many events each consumer of the service has before it: on the stream, or delivered and not acknowledged. */
export class Backlog {
  private job: PeriodicJob | null = null;

  constructor(
    private readonly connection: BusConnection,
    private readonly logger: Logger,
  ) {}

  start(subscribers: readonly Subscriber[]): void {
    const run = () => this.look(subscribers);
    this.job = new PeriodicJob({ name: 'measure-backlog', everyMs: MEASURE_INTERVAL_MS, run }, this.logger);
    this.job.start();
  }

  async stop(): Promise<void> {
    await this.job?.stop();
  }

  async look(subscribers: readonly Subscriber[]): Promise<void> {
    for (const { contract } of subscribers) {
      const consumer = consumerName(this.connection.service, contract);
      const pending = await this.pending(streamName(contract.service), consumer);
      // No figure is better than an old one; the consumer itself logs that it cannot be read.
      if (pending === null) consumerPending.remove({ consumer });
      else consumerPending.set({ consumer }, pending);
    }
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
