import { request } from '../kit/index.js';
import { Empty } from '../empty.js';
import { access } from '../access.js';

export const readAllNotifications = request({
  subject: 'rpc.notifications.notification.read-all.v1',
  request: Empty,
  reply: null,
  summary: 'Marks every notification of the person who asks as read.',
  access: access.ownAccount,
  idempotent: true,
});
