import type { Db } from '@tessera/platform';

const BATCH_SIZE = 5_000;

/** @param where with the age in days as `$1` */
const deleteBatch = (table: string, where: string): string =>
  `delete from ${table} where id in (select id from ${table} where ${where} limit ${BATCH_SIZE})`;

const DELETE_MAILS = deleteBatch(
  'mail',
  `state in ('sent', 'dropped', 'failed') and finished_at < now() - make_interval(days => $1)`,
);
const DELETE_ANNOUNCEMENTS = deleteBatch('announcement', 'done_at < now() - make_interval(days => $1)');
const DELETE_NOTIFICATIONS = deleteBatch('notification', 'created_at < now() - make_interval(days => $1)');

/** One batch of each table. */
export async function deleteExpired(mailDays: number, notificationDays: number, db: Db): Promise<void> {
  await db.query(DELETE_MAILS, [mailDays]);
  await db.query(DELETE_ANNOUNCEMENTS, [mailDays]);
  await db.query(DELETE_NOTIFICATIONS, [notificationDays]);
}
