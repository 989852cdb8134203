import { jetstream, type Consumer, type ConsumerMessages } from '@nats-io/jetstream';
import { errors } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BusConnection } from '../bus/connection.js';
import { subscriptionOf } from '../bus/nats-internals.js';
import { consumerName, streamName } from '../events/names.js';
import type { Transaction } from '../database/transaction.js';
import { DeliveryHandler } from './delivery-handler.js';
import { Backlog } from './backlog.js';
import type { DeadLetters } from './dead-letters.js';
import { Deliveries } from './deliveries.js';
import { parseEnvelope } from '../events/envelope.js';
import { Inbox, type Subscriber } from './inbox.js';
import { ACK_WAIT_MS, MAX_BATCH_SIZE, MAX_BATCH_SIZE_ONE_BY_ONE, MAX_PREFETCH } from '../events/limits.js';

export type { Subscriber };

/** How long a stopping instance waits for messages on their way to it. */
const DRAIN_TIMEOUT_MS = 1_000;

/**
 * Durable pull consumers, one for each event that the service consumes. The inbox row is the first thing in the handler's
 * transaction, so that the effects of a message happen once; the acknowledgement follows the commit. A backlog is handled in batches, and
 * a batch that fails in smaller ones, so that a message that cannot be handled fails no other.
 */
export class Consumers {
  private readonly open: { messages: ConsumerMessages | null; loop: Promise<void> }[] = [];
  private stopping = false;
  private readonly backlog: Backlog;
  private readonly inbox: Inbox;

  constructor(
    private readonly connection: BusConnection,
    transaction: Transaction,
    private readonly deadLetters: DeadLetters,
    private readonly logger: Logger,
    private readonly backOff?: readonly number[],
  ) {
    this.backlog = new Backlog(connection, logger);
    this.inbox = new Inbox(connection.service, transaction);
  }

  start(subscribers: readonly Subscriber[]): void {
    for (const subscriber of subscribers) {
      const entry: { messages: ConsumerMessages | null; loop: Promise<void> } = {
        messages: null,
        loop: Promise.resolve(),
      };
      entry.loop = this.keepConsuming(subscriber, entry);
      this.open.push(entry);
    }
    this.backlog.start(subscribers);
    this.deadLetters.start(subscribers, (s, body) =>
      this.inbox.handle(s, [{ event: parseEnvelope(s.contract, body) }]),
    );
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all([
      this.backlog.stop(),
      this.deadLetters.stop(),
      ...this.open.map(({ messages }) => (messages ? this.end(messages) : Promise.resolve())),
    ]);
    await Promise.all(this.open.map((e) => e.loop));
  }

  /** Messages on their way when the subscription ends are still processed: no other instance would get them before `ack_wait`. */
  private async end(messages: ConsumerMessages): Promise<void> {
    if (this.connection.connected)
      await Promise.race([
        subscriptionOf(messages).drain(),
        sleep(DRAIN_TIMEOUT_MS, null, { ref: false }),
      ]).catch(() => undefined);
    await messages.close();
  }

  private async keepConsuming(
    subscriber: Subscriber,
    entry: { messages: ConsumerMessages | null },
  ): Promise<void> {
    const name = consumerName(this.connection.service, subscriber.contract);
    while (!this.stopping) {
      try {
        const consumer = await jetstream(this.connection.nc).consumers.get(
          streamName(subscriber.contract.service),
          name,
        );
        await this.consume(consumer, subscriber, entry);
      } catch (error) {
        if (!this.stopping)
          this.logger.warn({ err: error, consumer: name }, 'a consumer is not available; trying again');
      }
      if (!this.stopping) await sleep(1_000);
    }
  }

  private async consume(
    consumer: Consumer,
    subscriber: Subscriber,
    entry: { messages: ConsumerMessages | null },
  ): Promise<void> {
    const name = consumerName(this.connection.service, subscriber.contract);
    const deliveryHandler = new DeliveryHandler(
      this.connection.nc,
      name,
      subscriber,
      this.inbox,
      this.deadLetters,
      this.logger,
      this.backOff,
    );
    const maxBatchSize = subscriber.handler.handleAll ? MAX_BATCH_SIZE : MAX_BATCH_SIZE_ONE_BY_ONE;
    // A refused pull would be noticed only after three missed heartbeats.
    const pull = `$JS.API.CONSUMER.MSG.NEXT.${streamName(subscriber.contract.service)}.${name}`;
    const denied = (error: Error) => {
      if (error instanceof errors.PermissionViolationError && error.subject === pull)
        void entry.messages?.close().catch(() => undefined);
    };
    const deliveries = new Deliveries(
      (batch) => deliveryHandler.process(batch),
      maxBatchSize,
      ACK_WAIT_MS / 3,
    );
    try {
      const messages = await consumer.consume({
        max_messages: MAX_PREFETCH,
        idle_heartbeat: 5_000,
        expires: 30_000,
        // Iteration would cost some promises a message.
        callback: (message) => deliveries.take(message),
      });
      entry.messages = messages;
      if (this.stopping) await messages.close();
      void this.watch(messages);
      this.connection.on('denied', denied);
      const error = await messages.closed();
      if (error) throw error;
    } finally {
      this.connection.off('denied', denied);
      await deliveries.stop();
    }
  }

  /** A deleted consumer or stream, or a pull that went silent, ends the iteration; the loop around it starts again. */
  private async watch(messages: ConsumerMessages): Promise<void> {
    let missed = 0;
    for await (const status of messages.status()) {
      const gone =
        status.type === 'consumer_not_found' ||
        status.type === 'stream_not_found' ||
        status.type === 'consumer_deleted';
      missed = status.type === 'heartbeats_missed' ? missed + 1 : 0;
      if (gone || missed >= 3) await messages.close().catch(() => undefined);
    }
  }
}
