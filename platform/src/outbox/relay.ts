import pg from 'pg';
import type { Logger } from 'pino';
import { jetstream, JetStreamApiError, type JetStreamClient } from '@nats-io/jetstream';
import { headers as natsHeaders, type Subscription } from '@nats-io/transport-node';
import type { BusConnection } from '../bus/connection.js';
import { header } from '../bus/headers.js';
import { outboxLagSeconds, outboxPublished, outboxUnpublished } from '../service/metrics.js';
import type { OutboxWake } from './wake.js';

const BATCH = 200;
/** Without a wake-up the table is looked at this often; the look is also the leader's heartbeat. Milliseconds. */
const POLL_MS = 1_000;
/** A frozen leader loses its session, and with it the lock, after this. */
const IDLE_SESSION_TIMEOUT = '10s';
const RETRY_MS = 500;
const LOCK = "hashtextextended('tessera:outbox-relay', 0)";

/** What the crash tests do between two steps; nothing otherwise. */
export type RelayHook = (at: 'before publish' | 'before mark') => void;

interface Row {
  seq: string;
  id: string;
  subject: string;
  traceparent: string | null;
  body: unknown;
}

/**
 * Brings committed events to JetStream, in the order of their rows. One leader per database, by an advisory lock of a
 * session of its own. It reads what is unpublished, never past a cursor: sequence values commit out of order. A crash
 * between publishing and marking publishes again under the same message id, which consumers know.
 */
export class OutboxRelay {
  private stopping = false;
  private nudge: () => void = () => undefined;
  private nudged = false;
  private running: Promise<void> = Promise.resolve();
  private poke: Subscription | null = null;
  private readonly js: JetStreamClient;
  leading = false;

  constructor(
    private readonly url: string,
    private readonly connection: BusConnection,
    private readonly wake: OutboxWake,
    private readonly logger: Logger,
    private readonly hook: RelayHook = () => undefined,
  ) {
    this.js = jetstream(connection.nc, { timeout: 5_000 });
  }

  start(): void {
    const subject = `ctl.${this.connection.service}.outbox`;
    this.poke = this.connection.nc.subscribe(subject, { callback: () => this.look() });
    this.wake.listen(() => {
      if (this.leading) this.look();
      else if (this.connection.connected) this.connection.nc.publish(subject);
    });
    this.running = this.run();
  }

  /** Publishes what is still unpublished, if this instance leads, and gives the lead away. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.look();
    await this.running;
    this.poke?.unsubscribe();
  }

  private look(): void {
    this.nudged = true;
    this.nudge();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const client = new pg.Client({
        connectionString: this.url,
        application_name: `${this.connection.service}-relay`,
      });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query(`set idle_session_timeout = '${IDLE_SESSION_TIMEOUT}'`);
        await this.lead(client);
      } catch (error) {
        if (!this.stopping) this.logger.warn({ err: error }, 'the outbox relay lost its database session');
        await this.pause(RETRY_MS);
      } finally {
        this.leading = false;
        await client.end().catch(() => undefined);
      }
    }
  }

  private async lead(client: pg.Client): Promise<void> {
    while (!this.leading && !this.stopping) {
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`);
      this.leading = rows[0]!.mine;
      if (!this.leading) await this.pause(POLL_MS);
    }
    if (!this.leading) return;
    this.logger.info('this instance leads the outbox relay');
    for (;;) {
      const more = await this.publishBatch(client);
      if (more) continue;
      if (this.stopping) return;
      await this.pause(POLL_MS);
    }
  }

  /** @returns whether there may be more to publish at once */
  private async publishBatch(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<Row>({
      name: 'outbox-batch',
      text: 'select seq, id, subject, traceparent, body from outbox where published_at is null order by seq limit $1',
      values: [BATCH],
    });
    await this.measure(client, rows.length);
    if (rows.length === 0) return false;
    if (!this.connection.connected) {
      await this.pause(RETRY_MS);
      return false;
    }
    this.hook('before publish');
    const results = await Promise.allSettled(rows.map((row) => this.publish(row)));
    this.hook('before mark');
    const done = rows.filter((_, i) => results[i]!.status === 'fulfilled').map((r) => r.seq);
    const failed = results.find((r): r is PromiseRejectedResult => r.status === 'rejected');
    if (done.length) {
      await client.query({
        name: 'outbox-mark',
        text: 'update outbox set published_at = now() where seq = any($1::bigint[])',
        values: [done],
      });
      outboxPublished.inc(done.length);
    }
    if (failed) await this.notePublishFailure(client, rows[results.indexOf(failed)]!, failed.reason);
    return !failed && rows.length === BATCH;
  }

  private async publish(row: Row): Promise<void> {
    const h = natsHeaders();
    if (row.traceparent) h.set(header.trace, row.traceparent);
    await this.js.publish(row.subject, JSON.stringify(row.body), { msgID: row.id, headers: h });
  }

  /** A full stream refuses with an error; the row stays, the API stays up, and the relay comes back to it. */
  private async notePublishFailure(client: pg.Client, row: Row, reason: unknown): Promise<void> {
    const text = reason instanceof JetStreamApiError ? `${reason.code} ${reason.message}` : String(reason);
    this.logger.warn({ subject: row.subject, reason: text }, 'an event could not be published yet');
    await client.query('update outbox set attempts = attempts + 1, last_error = $2 where seq = $1', [
      row.seq,
      text.slice(0, 500),
    ]);
    await this.pause(RETRY_MS);
  }

  private async measure(client: pg.Client, batch: number): Promise<void> {
    if (batch === 0) {
      outboxUnpublished.set(0);
      outboxLagSeconds.set(0);
      return;
    }
    if (batch < BATCH) outboxUnpublished.set(batch);
    const { rows } = await client.query<{ lag: number }>({
      name: 'outbox-lag',
      text: 'select extract(epoch from now() - created_at)::float8 as lag from outbox where published_at is null order by seq limit 1',
    });
    outboxLagSeconds.set(Math.max(0, rows[0]?.lag ?? 0));
  }

  private async pause(milliseconds: number): Promise<void> {
    if (!this.nudged && !this.stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.nudge = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.nudged = false;
    this.nudge = () => undefined;
  }
}
