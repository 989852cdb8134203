import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { acknowledge } from '../bus/nats-internals.js';
import { header } from '../bus/headers.js';
import { isConnectionFailure } from '../errors/to-problem.js';
import { eventsHandled } from '../observability/metrics.js';
import type { DeadLetters } from './dead-letters.js';
import { parseEnvelope, Poison } from '../events/envelope.js';
import type { Delivered, Inbox, Subscriber } from './inbox.js';
import { MAX_DELIVER } from '../events/limits.js';

const REDELIVERY_DELAYS_MS = [200, 1_000, 3_000, 10_000, 30_000, 60_000];
/** Redeliveries of a whole batch while the database is away; after that one of its messages may be what ends the session. */
const MAX_BATCH_REDELIVERIES = 3;

/** A message whose body fits its contract. */
interface ValidDelivery extends Delivered {
  message: JsMsg;
}

const halves = <T>(of: readonly T[]): T[][] => [of.slice(0, of.length >> 1), of.slice(of.length >> 1)];

/**
 * Handles the messages of a consumer: acknowledges them once their effects are committed, has them redelivered when the handler
 * failed, and moves them to the dead letters after the last delivery.
 */
export class DeliveryHandler {
  constructor(
    private readonly nc: NatsConnection,
    private readonly consumer: string,
    private readonly subscriber: Subscriber,
    private readonly inbox: Inbox,
    private readonly deadLetters: DeadLetters,
    private readonly logger: Logger,
    private readonly backOff: readonly number[] = REDELIVERY_DELAYS_MS,
  ) {}

  async process(batch: readonly JsMsg[]): Promise<void> {
    const valid: ValidDelivery[] = [];
    for (const message of batch) {
      try {
        const event = parseEnvelope(this.subscriber.contract, message.string());
        valid.push({ message, event, traceparent: () => message.headers?.get(header.trace) });
      } catch (error) {
        await this.fail(message, error as Error);
      }
    }
    if (valid.length) await this.handle(valid);
  }

  /** Acknowledges only what is committed; a lost acknowledgement brings a duplicate, which the inbox drops. */
  private async handle(batch: readonly ValidDelivery[]): Promise<void> {
    const { consumer } = this;
    try {
      const fresh = await this.inbox.handle(this.subscriber, batch);
      acknowledge(
        this.nc,
        batch.map(({ message }) => message),
      );
      eventsHandled.inc({ consumer, outcome: 'done' }, fresh);
      eventsHandled.inc({ consumer, outcome: 'duplicate' }, batch.length - fresh);
    } catch (error) {
      // Without a database none of them could be handled alone either.
      const away =
        isConnectionFailure(error) &&
        batch.every(({ message }) => message.info.deliveryCount <= MAX_BATCH_REDELIVERIES);
      if (batch.length === 1 || away)
        for (const { message } of batch) await this.fail(message, error as Error);
      // By halves: a message that cannot be handled is isolated in few transactions, and the others stay batched.
      else for (const half of halves(batch)) await this.handle(half);
    }
  }

  private async fail(message: JsMsg, error: Error): Promise<void> {
    const { consumer } = this;
    const deliveries = message.info.deliveryCount;
    const last = deliveries >= MAX_DELIVER || error instanceof Poison;
    this.logger.warn({ err: error, consumer, deliveries, seq: message.seq }, 'an event could not be handled');
    eventsHandled.inc({ consumer, outcome: last ? 'dead' : 'failed' });
    if (!last) {
      message.nak(this.backOff[Math.min(deliveries, this.backOff.length) - 1]);
      return;
    }
    try {
      await this.deadLetters.deadLetter(
        consumer,
        this.subscriber.contract.subject,
        message.headers?.get('Nats-Msg-Id') ?? null,
        message.string(),
        error,
        deliveries,
      );
      // Without a reason: servers before 2.10 do not know that form, ignore it, and deliver again after ack_wait.
      message.term();
    } catch {
      // The database is away too: JetStream redelivers the message.
      message.nak(this.backOff.at(-1));
    }
  }
}
