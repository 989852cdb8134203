import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { sqlState } from '../errors/to-problem.js';

/** Any two starts of one service agree on this key; the database is the service's own, so the name suffices. */
const LOCK = "hashtextextended('tessera:migrate', 0)";
/** Interval in which an instance tries to get the lock of migrations. */
const LOCK_POLL_INTERVAL_MS = 100;
/** How long a step waits for a table, since all other statements on the table queue behind it meanwhile. */
const LOCK_TIMEOUT_MS = 1_000;
/** Attempts of a step that cannot get its table, and the pause in which the others go on. */
const MAX_ATTEMPTS = 60;
const PAUSE_MS = 1_000;

/**
 * Runs the pending migrations. Of two instances that start together, one works and the other waits and finds
 * nothing to do: TypeORM itself takes no lock. The lock is a session's, so that a crash releases it.
 * @returns the names of those that ran
 */
export async function migrate(dataSource: DataSource, url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  const own = patient(dataSource);
  try {
    await ourTurn(lock);
    await own.initialize();
    const before = new Set(await ranIn(own));
    await runAll(own);
    return (await ranIn(own)).filter((name) => !before.has(name));
  } finally {
    if (own.isInitialized) await own.destroy();
    await lock.end();
  }
}

/**
 * By asking again, not by waiting in the database: a statement that waits is one that an index being built concurrently
 * waits for, and neither would ever end.
 */
async function ourTurn(lock: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await lock.query<{ ours: boolean }>(`select pg_try_advisory_lock(${LOCK}) as ours`);
    if (rows[0]!.ours) return;
    await sleep(LOCK_POLL_INTERVAL_MS);
  }
}

/**
 * A pool for migrations alone: a step may take as long as it needs, but it gives up waiting for a table that is in use,
 * since every request behind it would wait too.
 */
function patient({ options }: DataSource): DataSource {
  const extra = {
    ...(options.extra as object),
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
    lock_timeout: LOCK_TIMEOUT_MS,
    onConnect: undefined,
  };
  return new DataSource({ ...options, extra, poolSize: 2 } as typeof options);
}

/** Steps that are done stay done when a later one has to wait. */
async function runAll(own: DataSource): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await own.runMigrations({ transaction: 'each' });
      return;
    } catch (error) {
      if (sqlState(error) !== '55P03' || attempt >= MAX_ATTEMPTS) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

async function ranIn(own: DataSource): Promise<string[]> {
  try {
    const rows = await own.query<{ name: string }[]>('select name from migration order by id');
    return rows.map(({ name }) => name);
  } catch (error) {
    if (sqlState(error) === '42P01') return []; // the first migration of all makes the table
    throw error;
  }
}

/** The statements that would bring the schema to the entities; empty when migrations and entities agree. */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const sql = await dataSource.driver.createSchemaBuilder().log();
  return sql.upQueries.map((q) => q.query);
}
