import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { RequestContract } from '@tessera/contracts/kit';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { dataKeys, verifyKeys, type ConfiguredKeys } from '../crypto/configured-keys.js';
import { platformMigrations } from '../database/platform-migrations.js';
import { makeDataSource } from '../database/data-source.js';
import { traceSql } from '../database/sql-spans.js';
import { migrate } from '../database/migrate.js';
import { readBuildInfo } from '../observability/build-info.js';
import { ConfigurationError, type Environment, type ServiceConfig } from '../configuration/environment.js';
import { makeLogger } from '../observability/logger.js';
import { RunningService, type Faults } from './running-service.js';
import { startTelemetry } from '../observability/telemetry.js';

type AnyClass = Function; // eslint-disable-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type

export interface ServiceDefinition<C extends ServiceConfig = ServiceConfig> {
  /** The contracts' name of the service; its queue group, its bus user. */
  name: string;
  /** `import.meta.url` of the definition: its package says the version. */
  from: string;
  /** A table of contents: handlers under `controllers`, everything else under `providers`. */
  module: Type;
  readConfig: (environment: Environment) => C;
  entities: AnyClass[];
  migrations: AnyClass[];
  signingKeys: RequestContract;
  /** Keys besides DATA_KEY that its data depend on: a wrong one is found out at the start. */
  keys?(config: C): ConfiguredKeys[];
}

/** A service's data source; also for migrations and for the drift check, without a service. */
export function dataSourceOf(
  definition: ServiceDefinition,
  config: ServiceConfig,
  logger = makeLogger(definition.name, 'silent'),
) {
  return makeDataSource({
    url: config.DATABASE_URL,
    entities: definition.entities as never,
    migrations: [...platformMigrations, ...definition.migrations] as never,
    poolSize: config.DATABASE_POOL,
    applicationName: definition.name,
    logger,
  });
}

/** Starts a service in this process: configuration, telemetry, database, migrations, bus, Nest, readiness. */
export async function startService<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  environment: Environment,
  { log, faults }: { log?: Logger; faults?: Faults } = {},
): Promise<RunningService> {
  const config = definition.readConfig(environment);
  const logger = log ?? makeLogger(definition.name, config.LOG_LEVEL);
  const build = readBuildInfo(definition.name, definition.from);
  if (await startTelemetry(build, config.OTEL_EXPORTER_OTLP_ENDPOINT)) traceSql();
  const service = new RunningService(definition, config, logger, build, faults);
  await service.listenForHealth();
  const dataSource = dataSourceOf(definition, config, logger);
  await service.connectDatabase(dataSource);
  if (config.MIGRATE_ON_START) {
    const done = await migrate(dataSource, config.DATABASE_DIRECT_URL ?? config.DATABASE_URL);
    if (done.length) logger.info({ migrations: done }, 'migrated');
  }
  await demandKeys([dataKeys(config.DATA_KEY), ...(definition.keys?.(config) ?? [])], dataSource, service);
  await service.connectBus();
  await service.start();
  return service;
}

/** @throws ConfigurationError; then nothing of the service is left in this process */
async function demandKeys(
  keys: ConfiguredKeys[],
  dataSource: DataSource,
  service: RunningService,
): Promise<void> {
  try {
    await verifyKeys(dataSource, keys);
  } catch (error) {
    await service.stop();
    throw error;
  }
}

/** `main.ts` of every service: starts it, and stops it on SIGTERM or SIGINT without losing a request. */
export async function runService<C extends ServiceConfig>(definition: ServiceDefinition<C>): Promise<void> {
  try {
    const service = await startService(definition, process.env);
    stopOnSignal(() => service.stop());
  } catch (error) {
    const told = error instanceof ConfigurationError ? error.message : error;
    console.error(`${definition.name} cannot start.`, told);
    process.exit(1);
  }
}

export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      // A stop that hangs would be killed by the supervisor without a word; better to end by ourselves.
      setTimeout(() => process.exit(1), 25_000).unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
