import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { BusConnection } from '../bus/connection.js';
import type { RenewableSubscription } from '../bus/renewable-subscription.js';
import { READ_TIMEOUT_MS } from '../database/data-source.js';
import { destroyOnReadTimeout } from '../database/pg-internals.js';
import {
  outboxLagSeconds,
  outboxLeading,
  outboxPublished,
  outboxUnpublished,
} from '../observability/metrics.js';
import { Publisher } from './publisher.js';
import { relayAll, type Watch } from './relay-all.js';
import { UnpublishedRows } from './unpublished.js';
import type { OutboxWake } from './wake.js';

/** The table is polled this often without a wake-up; the poll is also the leader's heartbeat. */
const POLL_INTERVAL_MS = 1_000;
/** A frozen leader loses its session, and with it the lock, after this. */
const IDLE_SESSION_TIMEOUT = '10s';
const RETRY_DELAY_MS = 500;
/** For the stream's answer. */
const PUBLISH_TIMEOUT_MS = 5_000;
/** Between two polls under load: each costs as much as publishing some dozen events. */
const MIN_POLL_INTERVAL_MS = 4;
const LOCK = "hashtextextended('tessera:outbox-relay', 0)";

/** What the crash tests do between two steps; nothing otherwise. */
export type RelayHook = Watch['hook'];

/**
 * Brings committed events to JetStream, in the order of their rows. One leader per database, by an advisory lock of a
 * session of its own. It reads what is unpublished, never past a cursor: sequence values commit out of order. A crash
 * between publishing and marking publishes again under the same message id, which consumers know.
 */
export class OutboxRelay {
  private stopping = false;
  private endPause: () => void = () => undefined;
  private wokenUp = false;
  private running: Promise<void> = Promise.resolve();
  private wakeSubscription: RenewableSubscription | null = null;
  leading = false;

  constructor(
    private readonly url: string,
    private readonly connection: BusConnection,
    private readonly wake: OutboxWake,
    private readonly logger: Logger,
    private readonly hook: RelayHook = () => undefined,
  ) {}

  start(): void {
    const subject = `ctl.${this.connection.service}.outbox`;
    this.wakeSubscription = this.connection.hear(subject, { callback: () => this.wakeUp() });
    this.wake.listen(() => {
      if (this.leading) this.wakeUp();
      else if (this.connection.connected) this.connection.nc.publish(subject);
    });
    this.running = this.run();
  }

  /** Publishes what is still unpublished, if this instance leads, and gives the lead away. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
    this.wakeSubscription?.unsubscribe();
  }

  private wakeUp(): void {
    this.wokenUp = true;
    this.endPause();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const client = new pg.Client({
        connectionString: this.url,
        application_name: `${this.connection.service}-relay`,
        pipeline: true,
      } as pg.ClientConfig);
      client.on('error', () => undefined);
      try {
        await client.connect();
        destroyOnReadTimeout(client, READ_TIMEOUT_MS);
        await client.query(`set idle_session_timeout = '${IDLE_SESSION_TIMEOUT}'`);
        // A mark that a crash of the database loses is published again, and known as a duplicate.
        await client.query('set synchronous_commit = off');
        await this.lead(client);
      } catch (error) {
        if (!this.stopping) this.logger.warn({ err: error }, 'the outbox relay lost its database session');
        await this.pause(RETRY_DELAY_MS);
      } finally {
        this.leading = false;
        // The new leader reports these; the last figures of this instance would stay for ever.
        for (const figure of [outboxLeading, outboxUnpublished, outboxLagSeconds]) figure.set(0);
        await client.end().catch(() => undefined);
      }
    }
  }

  private async lead(client: pg.Client): Promise<void> {
    while (!this.leading && !this.stopping) {
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`);
      this.leading = rows[0]!.mine;
      if (!this.leading) await this.pause(POLL_INTERVAL_MS);
    }
    if (!this.leading) return;
    outboxLeading.set(1);
    this.logger.info('this instance leads the outbox relay');
    const rows = new UnpublishedRows(client);
    await rows.prepare();
    const publisher = new Publisher(this.connection, PUBLISH_TIMEOUT_MS);
    try {
      await this.relayFrom(rows, publisher);
    } finally {
      publisher.close();
    }
  }

  private async relayFrom(rows: UnpublishedRows, publisher: Publisher): Promise<void> {
    for (;;) {
      const next = performance.now() + MIN_POLL_INTERVAL_MS;
      await this.relayAll(rows, publisher);
      if (this.stopping) return;
      await this.pause(POLL_INTERVAL_MS);
      const left = next - performance.now();
      if (left > 0 && !this.stopping) await sleep(left);
    }
  }

  private async relayAll(rows: UnpublishedRows, publisher: Publisher): Promise<void> {
    const failure = await relayAll(rows, publisher, {
      hook: this.hook,
      connected: () => this.connection.connected,
      seen: ({ rows: { length }, age }) => {
        outboxUnpublished.set(length);
        outboxLagSeconds.set(age);
      },
      marked: (count) => outboxPublished.inc(count),
    });
    if (!failure) return;
    // A full stream refuses; the row stays, the API stays up, and the relay comes back to it.
    const { row, reason } = failure;
    if (row) {
      this.logger.warn({ subject: row.subject, reason }, 'an event could not be published yet');
      await rows.noteFailure(row, reason);
    }
    await this.pause(RETRY_DELAY_MS);
  }

  private async pause(milliseconds: number): Promise<void> {
    if (!this.wokenUp && !this.stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.endPause = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wokenUp = false;
    this.endPause = () => undefined;
  }
}
