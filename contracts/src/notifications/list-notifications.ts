import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { NotificationView } from './notification-view.js';

export class ListNotifications {
  @Field.flag({ optional: true, description: 'true: only what is not read yet; false: only what is.' })
  unread?: boolean;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class NotificationList {
  @Field.list(() => NotificationView, { maxItems: 100 }) items: NotificationView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listNotifications = request({
  subject: 'rpc.notifications.notification.list.v1',
  request: ListNotifications,
  reply: NotificationList,
  summary: 'What the person who asks has been told, the newest first.',
  access: access.ownAccount,
  idempotent: true,
});
