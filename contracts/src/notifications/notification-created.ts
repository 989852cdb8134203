import { event, IsUUID } from '../kit/index.js';

export class NotificationCreated {
  @IsUUID() notificationId: string;
}

export const notificationCreated = event({
  subject: 'evt.notifications.notification.created.v1',
  payload: NotificationCreated,
  summary: 'A person has something new to read.',
  consumers: [],
  live: { kind: 'notification.created', to: 'user', also: ['device_member'], ids: ['notificationId'] },
});
