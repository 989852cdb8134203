import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import { AuthorizationError, errors, type NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { busConnected } from '../observability/metrics.js';
import { connectWithRetry, reasonOf, REPORT_INTERVAL_MS, type BusAddress } from './connect.js';
import { keepReconnectingWhenRefused, onFailedReconnect, writeOncePerTurn } from './nats-internals.js';
import { RenewableSubscription, type Hearing } from './renewable-subscription.js';
import { Refusals } from './refusals.js';

export interface BusConnectionOptions extends BusAddress {
  /** The service's name; also its queue group and the prefix of its inboxes. */
  service: string;
  logger: Logger;
  /** Hears why the bus is waited for, before there is a connection. */
  waiting?: (reason: string) => void;
}

/** For so long the bus may refuse who this is before the process ends: it may be started with other credentials. */
const REFUSED_AT_MOST_MS = 30_000;

/** One connection of one process, which gives up only when it is refused for long, and knows whether it is connected. */
@Injectable()
export class BusConnection extends EventEmitter<{ lost: []; back: []; denied: [Error] }> {
  connected = false;
  private closing = false;
  private refusedSince: number | null = null;
  private readonly refusals: Refusals;
  /** Why it does not come back, as the last try said. */
  private reason = '';
  private telling: NodeJS.Timeout | undefined;

  private constructor(
    readonly service: string,
    readonly nc: NatsConnection,
    private readonly logger: Logger,
  ) {
    super();
    // Every consumer listens for its refusal, and a service has as many as it likes.
    this.setMaxListeners(0);
    // At the start, two refusals mean a wrong configuration. Later the users of the bus are being changed, and a process that
    // ended within half a second would only be started again in vain.
    keepReconnectingWhenRefused(nc);
    this.refusals = new Refusals(service, nc, logger);
    onFailedReconnect(nc, (error) => (this.reason = reasonOf(error)));
    this.note(true);
    void this.watch();
  }

  /** Waits until the bus is there: a service that starts before NATS becomes ready when NATS does. */
  static async open(o: BusConnectionOptions): Promise<BusConnection> {
    const nc = await connectWithRetry(
      o,
      {
        name: o.service,
        inboxPrefix: `_INBOX_${o.service}`,
        // Captures a stack per request otherwise, which halves the rate (design/bus.md, 1.1).
        noAsyncTraces: true,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 200,
        reconnectJitter: 200,
        // A server that has vanished without a word is noticed after three of them.
        pingInterval: 3_000,
        maxPingOut: 2,
      },
      (reason) => {
        o.waiting?.(reason);
        o.logger.warn({ reason }, 'the bus is not there yet');
      },
    );
    writeOncePerTurn(nc);
    return new BusConnection(o.service, nc, o.logger);
  }

  private async watch(): Promise<void> {
    for await (const status of this.nc.status()) {
      if (status.type === 'disconnect' || status.type === 'staleConnection') this.lose();
      else if (status.type === 'reconnect') this.regain();
      else if (status.type === 'error') {
        this.hearError(status.error);
        if (status.error instanceof AuthorizationError && this.isRefusedTooLong()) break;
      }
    }
    this.note(false);
    // A closed connection does not come back: better a restart than a deaf process that looks well.
    if (!this.closing) {
      this.logger.fatal('the bus connection is closed, or has been refused for too long');
      process.exit(1);
    }
  }

  private hearError(error: Error): void {
    this.emit('denied', error);
    if (error instanceof errors.PermissionViolationError && error.subject) this.refusals.note(error);
    else this.logger.error({ err: error }, 'the bus reports an error');
  }

  private lose(): void {
    if (!this.connected) return;
    this.note(false);
    this.tell();
    this.telling = setInterval(() => this.tell(), REPORT_INTERVAL_MS).unref();
    this.emit('lost');
  }

  private tell(): void {
    this.logger.warn({ reason: this.reason || 'the connection was lost' }, 'the bus is out of reach');
  }

  private isRefusedTooLong(): boolean {
    this.refusedSince ??= performance.now();
    return performance.now() - this.refusedSince > REFUSED_AT_MOST_MS;
  }

  private regain(): void {
    this.refusedSince = null;
    this.reason = '';
    clearInterval(this.telling);
    this.note(true);
    this.logger.info('the bus is back');
    this.emit('back');
  }

  /** Subscribes, and again whenever the bus has refused it or taken it away. The one way to subscribe in a service. */
  hear(subject: string, hearing: Hearing): RenewableSubscription {
    return this.refusals.keep(new RenewableSubscription(this.nc, subject, hearing));
  }

  /** Connected, and everything permitted that the contracts call for; otherwise what is missing. */
  get readiness(): { ready: boolean; detail?: string } {
    if (!this.connected) return { ready: false, detail: `out of reach: ${this.reason || 'connecting'}` };
    const { detail } = this.refusals;
    return detail ? { ready: false, detail } : { ready: true };
  }

  /** For `/metrics` too, at once: nobody may ask for readiness in between. */
  private note(connected: boolean): void {
    this.connected = connected;
    busConnected.set(connected ? 1 : 0);
  }

  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.telling);
    this.refusals.stop();
    await this.nc.drain().catch(() => this.nc.close());
  }
}
