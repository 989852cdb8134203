import {
  Describe,
  IsBoolean,
  IsCursor,
  IsInt,
  IsNullable,
  IsOptional,
  Max,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { NotificationView } from './notification-view.js';

export class ListNotifications {
  @IsOptional()
  @IsBoolean()
  @Describe('true: only what is not read yet; false: only what is.')
  unread?: boolean;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class NotificationList {
  @NestedList(() => NotificationView, 100) items: NotificationView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listNotifications = request({
  subject: 'rpc.notifications.notification.list.v1',
  request: ListNotifications,
  reply: NotificationList,
  summary: 'What the person who asks has been told, the newest first.',
  access: access.ownAccount,
  idempotent: true,
});
