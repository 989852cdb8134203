import { Module, type INestMicroservice } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import type { EventContract } from '@tessera/contracts/kit';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { BusServer } from '../bus/bus-server.js';
import { reasonOf } from '../bus/connect.js';
import { RequestLog } from '../bus/request-log.js';
import { BusConnection } from '../bus/connection.js';
import { answerDiscovery, ServiceStats } from '../bus/discovery.js';
import { consumedContract, type EventHandler } from '../bus/consumes.js';
import { Database } from '../database/database.js';
import { poolOf } from '../database/pg-internals.js';
import { Transaction } from '../database/transaction.js';
import { Consumers, type Subscriber } from '../inbox/consumers.js';
import { DeadLetters } from '../inbox/dead-letters.js';
import { OutboxRelay } from '../outbox/relay.js';
import { OutboxWake } from '../outbox/wake.js';
import type { BuildInfo } from '../observability/build-info.js';
import type { ServiceConfig } from '../configuration/environment.js';
import { HealthServer } from './health.js';
import { showPool } from '../observability/metrics.js';
import { NestLogger } from './nest-logger.js';
import { PlatformModule } from './platform-module.js';
import type { ServiceDefinition } from './run-service.js';
import { stopTelemetry } from '../observability/telemetry.js';

/** What tests start a service with, and nothing else does: no variable of the environment reaches it. */
export interface Faults {
  /** Called by the outbox relay before it publishes and before it marks, e.g. to end the process there. */
  atRelayStep?: (step: 'before publish' | 'before mark') => unknown;
  /** Waits before an event's next deliveries, in place of the usual ones. */
  redeliveryDelaysMs?: readonly number[];
}

/** One running service, from its start to its stop. */
export class RunningService {
  app: INestMicroservice;
  healthPort = 0;
  private dataSource: DataSource;
  private connection: BusConnection;
  private server: BusServer;
  private relay: OutboxRelay;
  private consumers: Consumers;
  private started = false;
  /** Why the bus is waited for, before there is a connection. */
  private busReason = 'not asked yet';
  private databaseReason = 'not asked yet';
  private stopped: Promise<void> | null = null;
  private readonly health: HealthServer;

  constructor(
    private readonly definition: ServiceDefinition,
    private readonly config: ServiceConfig,
    private readonly logger: Logger,
    private readonly build: BuildInfo,
    private readonly faults: Faults = {},
  ) {
    this.health = new HealthServer(build, () => this.readiness());
  }

  async listenForHealth(): Promise<void> {
    this.healthPort = await this.health.listen(this.config.HEALTH_HOST, this.config.HEALTH_PORT);
  }

  /** What a service needs may come up after it: it waits, and is not ready meanwhile. */
  private async retrying<T>(what: string, attempt: () => Promise<T>): Promise<T> {
    for (let n = 1; ; n++) {
      try {
        return await attempt();
      } catch (error) {
        this.databaseReason = reasonOf(error);
        if (n >= 300) throw error;
        if (n % 10 === 1) this.logger.warn({ err: error }, `${what} is not there yet`);
        await sleep(Math.min(200 * n, 1_000));
      }
    }
  }

  /** Its own step, before the bus: readiness names the part that is really missing. */
  async connectDatabase(dataSource: DataSource): Promise<void> {
    await this.retrying('the database', () => dataSource.initialize());
    this.dataSource = dataSource;
    showPool(poolOf(dataSource));
  }

  async connectBus(): Promise<void> {
    const { NATS_URL: url, NATS_NKEY_SEED: nkeySeed, NATS_USER: user, NATS_PASSWORD } = this.config;
    this.connection = await BusConnection.open({
      url,
      service: this.definition.name,
      logger: this.logger,
      ...(nkeySeed ? { nkeySeed } : {}),
      ...(user ? { user, password: NATS_PASSWORD ?? '' } : {}),
      waiting: (reason) => (this.busReason = reason),
    });
  }

  async start(): Promise<void> {
    const { dataSource, connection } = this;
    const platform = PlatformModule.with({
      config: this.config,
      connection,
      dataSource,
      logger: this.logger,
      signingKeys: this.definition.signingKeys,
    });
    this.server = new BusServer(connection, () => this.app.get(RequestLog, { strict: false }), this.logger);
    this.app = await NestFactory.createMicroservice(rootModule([platform, this.definition.module]), {
      strategy: this.server,
      logger: new NestLogger(this.logger),
      abortOnError: false,
    });
    const subscribers = this.subscribers();
    await this.app.listen();
    answerDiscovery(connection, this.app.get(ServiceStats, { strict: false }), this.build);
    await this.startMessaging(subscribers);
    this.started = true;
    this.logger.info({ healthPort: this.healthPort, build: this.build }, 'ready');
  }

  private async startMessaging(subscribers: Subscriber[]): Promise<void> {
    const database = this.app.get(Database, { strict: false });
    const wake = this.app.get(OutboxWake, { strict: false });
    this.relay = new OutboxRelay(
      this.config.DATABASE_DIRECT_URL ?? this.config.DATABASE_URL,
      this.connection,
      wake,
      this.logger,
      this.faults.atRelayStep,
    );
    this.relay.start();
    const deadLetters = new DeadLetters(database, this.definition.name, this.logger);
    this.consumers = new Consumers(
      this.connection,
      this.app.get(Transaction, { strict: false }),
      deadLetters,
      this.logger,
      this.faults.redeliveryDelaysMs,
    );
    this.consumers.start(subscribers);
  }

  /** Every class with `@Consumes`; an event whose contract does not name this service would never arrive. */
  private subscribers(): Subscriber[] {
    const found: Subscriber[] = [];
    for (const wrapper of this.app.get(DiscoveryService, { strict: false }).getProviders()) {
      const contract: EventContract | undefined = wrapper.metatype
        ? consumedContract(wrapper.metatype)
        : undefined;
      if (!contract) continue;
      if (!contract.consumers.includes(this.definition.name)) {
        throw new Error(`${contract.subject} does not name ${this.definition.name} among its consumers`);
      }
      found.push({ contract, handler: wrapper.instance as EventHandler<EventContract> });
    }
    return found;
  }

  private async readiness() {
    const database = await this.database().catch((e: unknown) => ({
      ready: false,
      detail: reasonOf(e),
    }));
    return {
      started: { ready: this.started },
      bus: this.connection?.readiness ?? { ready: false, detail: this.busReason },
      database,
    };
  }

  private async database(): Promise<{ ready: boolean; detail?: string }> {
    if (!this.dataSource) return { ready: false, detail: this.databaseReason };
    await this.dataSource.query('select 1');
    return { ready: true };
  }

  /** Not ready, no new work, what runs is finished, what is committed is published, then everything closes. */
  stop(): Promise<void> {
    this.stopped ??= this.shutDown();
    return this.stopped;
  }

  private async shutDown(): Promise<void> {
    this.health.stopping = true;
    await this.app?.close();
    await this.consumers?.stop();
    await this.relay?.stop();
    await this.connection?.close();
    if (this.dataSource?.isInitialized) await this.dataSource.destroy();
    await this.health.close();
    await stopTelemetry();
    this.logger.info('stopped');
  }
}

function rootModule(imports: NonNullable<Parameters<typeof Module>[0]['imports']>) {
  class RootModule {}
  Module({ imports })(RootModule);
  return RootModule;
}
