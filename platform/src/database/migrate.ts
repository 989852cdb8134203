import pg from 'pg';
import type { DataSource } from 'typeorm';

/** Any two starts of one service agree on this key; the database is the service's own, so the name suffices. */
const LOCK = "hashtextextended('tessera:migrate', 0)";

/**
 * Runs the pending migrations. Of two instances that start together, one works and the other waits and finds
 * nothing to do: TypeORM itself takes no lock. The lock is a session's, so that a crash releases it.
 */
export async function migrate(dataSource: DataSource, url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query(`select pg_advisory_lock(${LOCK})`);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((m) => m.name);
  } finally {
    await lock.end();
  }
}

/** The statements that would bring the schema to the entities; empty when migrations and entities agree. */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const sql = await dataSource.driver.createSchemaBuilder().log();
  return sql.upQueries.map((q) => q.query);
}
