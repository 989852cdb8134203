import type { Db } from './database.js';

/** The time of the database: the one clock that all instances share. */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db.query<{ now: Date }>('select now() as now');
  return row!.now;
}
