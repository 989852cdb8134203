import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../database/migrate.js';
import { platformMigrations } from '../database/platform-migrations.js';
import { makeLogger } from '../observability/logger.js';
import { makeDataSource } from '../database/data-source.js';
import { testServers } from './test-infrastructure.js';

type AnyClass = Function; // eslint-disable-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own for one spec, cloned from a template that is migrated once for a whole run. */
export async function testDatabase(
  service: string,
  entities: AnyClass[],
  migrations: AnyClass[],
): Promise<TestDatabase> {
  const { postgres } = testServers();
  const hash = createHash('sha256')
    .update([...platformMigrations, ...migrations].map(String).join())
    .digest('hex');
  const template = `tpl_${service}_${hash.slice(0, 12)}`;
  const name = `t_${service}_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: postgres });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(hashtextextended('tessera:test-template', 0))");
    await ensureTemplate(admin, postgres, template, entities, migrations);
    await admin.query(`create database ${name} template ${template}`);
  } finally {
    await admin.end();
  }
  return { url: withDatabase(postgres, name), drop: () => dropDatabase(postgres, name) };
}

async function ensureTemplate(
  admin: pg.Client,
  server: string,
  template: string,
  entities: AnyClass[],
  migrations: AnyClass[],
): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (rowCount) return;
  const building = `${template}_new`;
  await admin.query(`drop database if exists ${building} with (force)`);
  await admin.query(`create database ${building}`);
  const url = withDatabase(server, building);
  const dataSource = makeDataSource({
    url,
    entities: entities as never,
    migrations: [...platformMigrations, ...migrations] as never,
    poolSize: 2,
    applicationName: 'template',
    logger: makeLogger('test', 'silent'),
  });
  await dataSource.initialize();
  await migrate(dataSource, url);
  await dataSource.destroy();
  await admin.query(`alter database ${building} rename to ${template}`);
}

async function dropDatabase(server: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
