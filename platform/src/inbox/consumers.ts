import { jetstream, type Consumer, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { validate, type EventContract } from '@tessera/contracts/kit';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BusConnection } from '../bus/connection.js';
import { header } from '../bus/headers.js';
import { consumerName, streamName, type EventHandler } from '../bus/hears.js';
import { RequestContext } from '../context/request-context.js';
import { Trace } from '../context/trace.js';
import type { Transaction } from '../database/transaction.js';
import type { EventEnvelope } from '../outbox/outbox-row.js';
import { eventsHandled } from '../service/metrics.js';
import { withSpan } from '../service/telemetry.js';
import type { DeadLetters } from './dead-letters.js';

/** Deliveries before a message is a dead letter. The stream's consumers are made with the same number. */
export const MAX_DELIVER = 7;
/** Waits before the next delivery, in milliseconds. */
const BACK_OFF = [200, 1_000, 3_000, 10_000, 30_000, 60_000];
/** Handled at once, per consumer and instance. */
const CONCURRENCY = 8;
/**
 * How long the bus waits for an acknowledgement before it delivers again: what an instance that died, or that had
 * messages on the way to it when it stopped, costs its events. Longer work says that it goes on. Milliseconds.
 */
export const ACK_WAIT = 10_000;
/** How long one handler may take, in milliseconds. */
const HANDLER_MS = 20_000;

export interface Subscriber {
  contract: EventContract;
  handler: EventHandler<EventContract>;
}

/** Thrown inside the transaction for a message that has been handled before. */
const duplicate = Symbol('duplicate');

/**
 * Durable pull consumers, one for each event that the service hears. The inbox row is the first thing in the handler's
 * transaction, so that the effects of a message happen once; the acknowledgement follows the commit.
 */
export class Consumers {
  private readonly open: { messages: ConsumerMessages | null; loop: Promise<void> }[] = [];
  private stopping = false;
  private busy = 0;

  constructor(
    private readonly connection: BusConnection,
    private readonly transaction: Transaction,
    private readonly deadLetters: DeadLetters,
    private readonly logger: Logger,
    private readonly backOff: readonly number[] = BACK_OFF,
  ) {}

  start(subscribers: readonly Subscriber[]): void {
    for (const subscriber of subscribers) {
      const entry: { messages: ConsumerMessages | null; loop: Promise<void> } = {
        messages: null,
        loop: Promise.resolve(),
      };
      entry.loop = this.keepConsuming(subscriber, entry);
      this.open.push(entry);
    }
    this.deadLetters.start(subscribers, (s, body) => this.apply(s, body));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.deadLetters.stop();
    for (const { messages } of this.open) await messages?.close();
    await Promise.all(this.open.map((e) => e.loop));
    while (this.busy > 0) await sleep(5);
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
    const messages = await consumer.consume({
      max_messages: CONCURRENCY * 4,
      idle_heartbeat: 5_000,
      expires: 30_000,
    });
    entry.messages = messages;
    if (this.stopping) await messages.close();
    void this.watch(messages);
    const running = new Set<Promise<void>>();
    for await (const message of messages) {
      const task: Promise<void> = this.deliver(subscriber, message).finally(() => running.delete(task));
      running.add(task);
      if (running.size >= CONCURRENCY) await Promise.race(running);
    }
    await Promise.all(running);
  }

  /** A deleted consumer or stream, or a pull that went silent, ends the iteration; the loop around it begins anew. */
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

  private async deliver(subscriber: Subscriber, message: JsMsg): Promise<void> {
    this.busy++;
    const name = consumerName(this.connection.service, subscriber.contract);
    const working = setInterval(() => message.working(), ACK_WAIT / 3);
    try {
      const outcome = await this.apply(subscriber, message.string(), message.headers?.get(header.trace));
      // Acknowledged only once it is committed; a lost acknowledgement brings a duplicate, which the inbox drops.
      message.ack();
      eventsHandled.inc({ consumer: name, outcome });
    } catch (error) {
      await this.fail(subscriber, message, name, error as Error);
    } finally {
      clearInterval(working);
      this.busy--;
    }
  }

  private async fail(subscriber: Subscriber, message: JsMsg, name: string, error: Error): Promise<void> {
    const deliveries = message.info.deliveryCount;
    const last = deliveries >= MAX_DELIVER || error instanceof Poison;
    this.logger.warn(
      { err: error, consumer: name, deliveries, seq: message.seq },
      'an event could not be handled',
    );
    eventsHandled.inc({ consumer: name, outcome: last ? 'dead' : 'failed' });
    if (!last) {
      message.nak(this.backOff[Math.min(deliveries, this.backOff.length) - 1]);
      return;
    }
    try {
      await this.deadLetters.bury(
        name,
        subscriber.contract.subject,
        message.headers?.get('Nats-Msg-Id') ?? null,
        message.string(),
        error,
        deliveries,
      );
      // Without a reason: servers before 2.10 do not know that form, ignore it, and deliver again after ack_wait.
      message.term();
    } catch {
      // The database is away too: the message is not given up, JetStream redelivers what nobody answered.
      message.nak(this.backOff.at(-1));
    }
  }

  /** Handles one message in one transaction; the same way serves a replayed dead letter. */
  private async apply(
    subscriber: Subscriber,
    body: string,
    traceparent?: string,
  ): Promise<'done' | 'duplicate'> {
    const event = parseEnvelope(subscriber.contract, body);
    const name = consumerName(this.connection.service, subscriber.contract);
    const ctx = RequestContext.system(HANDLER_MS, Trace.from(traceparent));
    try {
      await ctx.run(() =>
        withSpan(`hear ${subscriber.contract.subject}`, 'consumer', ctx, () =>
          this.transaction.run(ctx, async (tx) => {
            const fresh = await tx.query(
              'insert into inbox (consumer, message_id) values ($1, $2) on conflict do nothing returning 1',
              [name, event.id],
            );
            if (fresh.length === 0) throw duplicate;
            await subscriber.handler.handle(event as never, tx);
          }),
        ),
      );
      return 'done';
    } catch (error) {
      if (error === duplicate) return 'duplicate';
      throw error;
    }
  }
}

/** A message that no number of deliveries makes better. */
class Poison extends Error {}

function parseEnvelope(contract: EventContract, body: string): EventEnvelope {
  let event: EventEnvelope;
  try {
    event = JSON.parse(body) as EventEnvelope;
  } catch {
    throw new Poison('the body is not JSON');
  }
  if (!event || typeof event !== 'object' || !/^[0-9a-f-]{36}$/.test(String(event.id)))
    throw new Poison('the envelope has no id');
  const errors = validate(contract.payload, event.data, 'tolerant');
  if (errors.length) throw new Poison(`the payload does not fit its contract: ${JSON.stringify(errors)}`);
  return event;
}
