import { notificationCreated } from '@tessera/contracts';
import type { Tx } from '@tessera/platform';
import type { NewNotification, NotificationsRepository } from './notifications.repository.js';

/** Writes a notification, and the event that shows it in its reader's open clients. */
export async function addNotification(
  notifications: NotificationsRepository,
  { userId, companyId, kind, facts, topic, topicId }: NewNotification,
  tx: Tx,
): Promise<void> {
  const id = await notifications.add({ userId, companyId, kind, facts, topic, topicId }, tx);
  tx.emit(notificationCreated, {
    companyId,
    userId,
    aggregateId: id,
    version: 1,
    data: { notificationId: id },
  });
}
