import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { consumerName } from '../events/names.js';
import type { Database } from '../database/database.js';
import { PeriodicJob } from '../jobs/periodic-job.js';
import { deadLettersOpen } from '../observability/metrics.js';
import type { Subscriber } from './consumers.js';

export interface DeadLetter {
  id: string;
  consumer: string;
  subject: string;
  messageId: string | null;
  body: string;
  error: string;
  deliveries: number;
  createdAt: Date;
  replayedAt: Date | null;
}

/** How often a running service looks for dead letters that an operator wants replayed, in milliseconds. */
const REPLAY_EVERY_MS = 2_000;
/** How often they are counted, in milliseconds. */
const COUNT_EVERY_MS = 10_000;

type Apply = (subscriber: Subscriber, body: string) => Promise<unknown>;

/**
 * Messages that could not be handled, in the consumer's own database. An operator asks for a replay by a row's mark
 * (`node operate.mjs dead-letters`); a running instance does it through the same inbox and handler.
 */
export class DeadLetters {
  private job: PeriodicJob | null = null;
  private counted = -COUNT_EVERY_MS;

  constructor(
    private readonly database: Database,
    private readonly service: string,
    private readonly logger: Logger,
  ) {}

  async deadLetter(
    consumer: string,
    subject: string,
    messageId: string | null,
    body: string,
    error: Error,
    deliveries: number,
  ): Promise<void> {
    await this.database.query(
      `insert into dead_letter (id, consumer, subject, message_id, body, error, deliveries)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (consumer, message_id) do update set error = excluded.error, deliveries = excluded.deliveries`,
      [
        uuidv7(),
        consumer,
        subject,
        messageId,
        body.replaceAll('\0', '\uFFFD'),
        String(error.stack ?? error).slice(0, 4_000),
        deliveries,
      ],
    );
    this.logger.error({ consumer, messageId }, 'a message became a dead letter');
  }

  start(subscribers: readonly Subscriber[], apply: Apply): void {
    const run = () => this.replayRequested(subscribers, apply);
    this.job = new PeriodicJob({ name: 'replay-dead-letters', everyMs: REPLAY_EVERY_MS, run }, this.logger);
    this.job.start();
  }

  async stop(): Promise<void> {
    await this.job?.stop();
  }

  private async replayRequested(subscribers: readonly Subscriber[], apply: Apply): Promise<void> {
    const letters = await this.database.query<{ id: string; consumer: string; body: string }>(
      `select id, consumer, body from dead_letter
        where replay_requested_at is not null and replayed_at is null order by created_at limit 100`,
    );
    for (const letter of letters) await this.replay(letter, subscribers, apply);
    await this.count();
  }

  private async count(): Promise<void> {
    if (performance.now() - this.counted < COUNT_EVERY_MS) return;
    this.counted = performance.now();
    const [open] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from dead_letter where replayed_at is null',
    );
    deadLettersOpen.set(open?.count ?? 0);
  }

  private async replay(
    letter: { id: string; consumer: string; body: string },
    subscribers: readonly Subscriber[],
    apply: Apply,
  ): Promise<void> {
    const subscriber = subscribers.find((s) => consumerName(this.service, s.contract) === letter.consumer);
    if (!subscriber) return;
    try {
      await apply(subscriber, letter.body);
      await this.database.query('update dead_letter set replayed_at = now() where id = $1', [letter.id]);
    } catch (error) {
      await this.database.query(
        'update dead_letter set replay_requested_at = null, error = $2 where id = $1',
        [letter.id, String((error as Error).stack ?? error).slice(0, 4_000)],
      );
    }
  }
}
