import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import {
  AuthorizationError,
  connect,
  nkeyAuthenticator,
  usernamePasswordAuthenticator,
  type NatsConnection,
} from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { busConnected } from '../service/metrics.js';
import type { Inside } from './inside.js';
import { writeOncePerTurn } from './one-write.js';

export interface BusConnectionOptions {
  url: string;
  /** The service's name; also its queue group and the prefix of its inboxes. */
  service: string;
  nkeySeed?: string;
  user?: string;
  password?: string;
  logger: Logger;
}

/** For so long the bus may refuse who this is before the process ends: it may be started with other credentials. */
const REFUSED_AT_MOST_MS = 30_000;

/** One connection of one process, which gives up only when it is refused for long, and knows whether it is connected. */
@Injectable()
export class BusConnection extends EventEmitter<{ lost: []; back: []; denied: [Error] }> {
  connected = false;
  private closing = false;
  private refusedSince: number | null = null;

  private constructor(
    readonly service: string,
    readonly nc: NatsConnection,
    private readonly logger: Logger,
  ) {
    super();
    // At the start, two refusals are a mistake of whoever starts it. Later it is the bus whose users change, and a process
    // that ends within half a second would only be started in vain.
    Object.assign((nc as Inside).options ?? {}, { ignoreAuthErrorAbort: true });
    this.note(true);
    void this.watch();
  }

  /** Waits until the bus is there: a service that starts before NATS becomes ready when NATS does. */
  static async open(o: BusConnectionOptions): Promise<BusConnection> {
    const nc = await connect({
      servers: o.url.split(','),
      name: o.service,
      inboxPrefix: `_INBOX_${o.service}`,
      // Captures a stack per request otherwise, which halves the rate (design/bus.md, 1.1).
      noAsyncTraces: true,
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 200,
      reconnectJitter: 200,
      // A server that has vanished without a word is noticed after three of them.
      pingInterval: 3_000,
      maxPingOut: 2,
      timeout: 5_000,
      ...(o.nkeySeed ? { authenticator: nkeyAuthenticator(new TextEncoder().encode(o.nkeySeed)) } : {}),
      ...(o.user ? { authenticator: usernamePasswordAuthenticator(o.user, o.password) } : {}),
    });
    writeOncePerTurn(nc);
    return new BusConnection(o.service, nc, o.logger);
  }

  private async watch(): Promise<void> {
    for await (const status of this.nc.status()) {
      if (status.type === 'disconnect' || status.type === 'staleConnection') this.lose();
      else if (status.type === 'reconnect') this.regain();
      else if (status.type === 'error') {
        this.logger.error({ err: status.error }, 'the bus reports an error');
        this.emit('denied', status.error);
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

  private lose(): void {
    if (!this.connected) return;
    this.note(false);
    this.logger.warn('the bus is out of reach');
    this.emit('lost');
  }

  private isRefusedTooLong(): boolean {
    this.refusedSince ??= performance.now();
    return performance.now() - this.refusedSince > REFUSED_AT_MOST_MS;
  }

  private regain(): void {
    this.refusedSince = null;
    this.note(true);
    this.logger.info('the bus is back');
    this.emit('back');
  }

  /** For `/metrics` too, at once: nobody may ask for readiness in between. */
  private note(connected: boolean): void {
    this.connected = connected;
    busConnected.set(connected ? 1 : 0);
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.nc.drain().catch(() => this.nc.close());
  }
}
