import type { DataSource } from 'typeorm';
import { schemaDrift } from '../database/migrate.js';
import { makeLogger } from '../observability/logger.js';
import { makeDataSource } from '../database/data-source.js';
import type { ServiceDefinition } from '../service/run-service.js';
import { testDatabase } from './test-database.js';

/** Tables of platform's mechanisms, written by their SQL alone, and TypeORM's own list of migrations. */
const PLATFORM_TABLES = [
  'attempt_window',
  'dead_letter',
  'idempotent_reply',
  'inbox',
  'key_check',
  'migration',
  'outbox',
];

type MappedService = Pick<ServiceDefinition, 'name' | 'entities' | 'migrations'>;

/**
 * What the entities of a service and the schema that its migrations make say differently; nothing when they agree. Every table
 * of the service has an entity, with the same columns, types, nullability, defaults, keys and indexes.
 * @param withoutEntity tables that have none, each with its reason; a table that has one must not stand here
 * @param withoutPrimaryKey tables that have none, although TypeORM demands one of every entity
 */
export async function schemaDifferences(
  service: MappedService,
  withoutEntity: Record<string, string> = {},
  withoutPrimaryKey: readonly string[] = [],
): Promise<string[]> {
  const database = await testDatabase(service.name, service.entities, service.migrations);
  const dataSource = makeDataSource({
    url: database.url,
    entities: service.entities as never,
    migrations: [],
    poolSize: 2,
    applicationName: 'drift',
    logger: makeLogger('drift', 'silent'),
  });
  try {
    await dataSource.initialize();
    for (const entity of dataSource.entityMetadatas)
      if (withoutPrimaryKey.includes(entity.tableName))
        for (const column of entity.primaryColumns) column.isPrimary = false;
    return [
      ...(await unmappedTables(dataSource, Object.keys(withoutEntity))),
      ...(await missingIndexes(dataSource)),
      ...(await schemaDrift(dataSource)),
    ];
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.drop();
  }
}

async function unmappedTables(dataSource: DataSource, withoutEntity: readonly string[]): Promise<string[]> {
  const mapped = new Set(dataSource.entityMetadatas.map(({ tableName }) => tableName));
  const tables = await names(
    dataSource,
    'select tablename as name from pg_tables where schemaname = current_schema()',
  );
  const own = tables.filter((table) => !PLATFORM_TABLES.includes(table));
  return [
    ...own
      .filter((table) => !mapped.has(table) && !withoutEntity.includes(table))
      .map((table) => `table ${table} has no entity`),
    ...withoutEntity
      .filter((table) => mapped.has(table) || !own.includes(table))
      .map((table) => `table ${table} must not stand among those without an entity`),
  ];
}

/** TypeORM does not look for an index that it cannot make itself (`synchronize: false`). */
async function missingIndexes(dataSource: DataSource): Promise<string[]> {
  const indexes = await names(
    dataSource,
    'select indexname as name from pg_indexes where schemaname = current_schema()',
  );
  return dataSource.entityMetadatas
    .flatMap((entity) => entity.indices)
    .filter(({ name }) => !indexes.includes(name))
    .map(({ name }) => `index ${name} does not exist`);
}

async function names(dataSource: DataSource, sql: string): Promise<string[]> {
  return (await dataSource.query<{ name: string }[]>(sql)).map(({ name }) => name);
}
