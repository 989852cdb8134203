import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class ReadNotification {
  @IsUUID() id: string;
}

export const readNotification = request({
  subject: 'rpc.notifications.notification.read.v1',
  request: ReadNotification,
  reply: null,
  summary: 'Marks a notification as read; one that is read already stays so.',
  access: access.ownAccount,
  idempotent: true,
});
