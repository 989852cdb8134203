import { listNotifications, type ListNotifications, type NotificationList } from '@tessera/contracts';
import { Cursors, Handles, type RequestContext } from '@tessera/platform';
import { toView } from './notification.to-view.js';
import { NotificationsRepository } from './notifications.repository.js';

@Handles(listNotifications)
export class ListNotificationsHandler {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly cursors: Cursors,
  ) {}

  async handle(input: ListNotifications, ctx: RequestContext): Promise<NotificationList> {
    const { limit = 25, cursor, unread = null } = input;
    const { userId, companyId } = ctx.person;
    const scope = `notifications:${userId}:${companyId}:${unread}`;
    const before = cursor ? String(this.cursors.decode(cursor, scope)[0]) : null;
    const rows = await this.notifications.list({ userId, companyId }, unread, before, limit + 1);
    return this.cursors.page(
      rows,
      limit,
      scope,
      (n) => [n.id],
      (n) => toView(n, ctx.language),
    );
  }
}
