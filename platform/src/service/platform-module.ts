import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { RequestContract } from '@tessera/contracts/kit';
import type { JSONWebKeySet } from 'jose';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Bus } from '../bus/bus.js';
import { BusConnection } from '../bus/connection.js';
import { ServiceStats } from '../bus/discovery.js';
import { requestPipeline } from '../bus/pipeline/index.js';
import { RequestLog } from '../bus/request-log.js';
import { ActorTokens } from '../context/actor-tokens.js';
import { RequestContext } from '../context/request-context.js';
import { DataKey } from '../crypto/data-key.js';
import { Cursors } from '../database/cursors.js';
import { Database } from '../database/database.js';
import { BatchedTransaction } from '../database/batched-transaction.js';
import { TRANSACTION_PARTICIPANTS, type TransactionParticipant } from '../database/participant.js';
import { Transaction } from '../database/transaction.js';
import { IdempotentReplies } from '../idempotency/idempotent-replies.js';
import { JobRunner } from '../jobs/job-runner.js';
import { Outbox } from '../outbox/outbox.js';
import { Retention } from '../outbox/retention.js';
import { OutboxWake } from '../outbox/wake.js';
import { AccessLog } from '../security/access-log.js';
import { SecurityEvents } from '../security/security-events.js';
import { LOGGER } from '../observability/logger.js';

/** Injection token of the service's validated configuration. */
export const CONFIG = Symbol('config');

export interface PlatformParts {
  config: { DATA_KEY: string };
  connection: BusConnection;
  dataSource: DataSource;
  logger: Logger;
  /** Identity's request for its public keys. */
  signingKeys: RequestContract;
}

/** What every service can inject. */
@Global()
@Module({})
export class PlatformModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: parts.config },
        { provide: LOGGER, useValue: parts.logger },
        { provide: BusConnection, useValue: parts.connection },
        { provide: DataSource, useValue: parts.dataSource },
        { provide: DataKey, useValue: new DataKey(parts.config.DATA_KEY) },
        { provide: ServiceStats, useValue: new ServiceStats(parts.connection.service) },
        {
          provide: ActorTokens,
          useFactory: (bus: Bus) => actorTokens(bus, parts.signingKeys),
          inject: [Bus],
        },
        JobRunner.provider(parts.config, parts.logger),
        Retention,
        Bus,
        Database,
        Cursors,
        Transaction,
        BatchedTransaction,
        IdempotentReplies,
        Outbox,
        OutboxWake,
        {
          provide: TRANSACTION_PARTICIPANTS,
          useFactory: (...participants: TransactionParticipant[]) => participants,
          inject: [IdempotentReplies, Outbox],
        },
        SecurityEvents,
        AccessLog,
        RequestLog,
        ...requestPipeline,
      ],
      exports: [
        CONFIG,
        LOGGER,
        BusConnection,
        DataSource,
        DataKey,
        ActorTokens,
        Bus,
        Database,
        Cursors,
        JobRunner,
        Transaction,
        BatchedTransaction,
        OutboxWake,
        SecurityEvents,
        DiscoveryModule,
      ],
    };
  }
}

export function actorTokens(bus: Bus, signingKeys: RequestContract): ActorTokens {
  return new ActorTokens(async () => {
    const reply = (await bus.ask(signingKeys, {}, RequestContext.system(5_000))) as {
      keys: JSONWebKeySet['keys'];
    };
    return { keys: reply.keys };
  });
}
