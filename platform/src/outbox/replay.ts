import type { Db } from '../database/database.js';

/**
 * Marks published events as unpublished again, so that the relay publishes them once more, with their old ids:
 * the way back after a lost stream. Consumers that have had them drop them by their inbox.
 * @param since events that were created at or after this instant
 * @returns how many events will be published again
 */
export async function replayOutbox(db: Pick<Db, 'query'>, since: Date): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `with again as (
       update outbox set published_at = null where published_at is not null and created_at >= $1 returning 1
     ) select count(*)::int as n from again`,
    [since],
  );
  return row!.n;
}
