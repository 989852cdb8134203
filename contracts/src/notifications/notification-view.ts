import {
  Describe,
  Extensible,
  IsIn,
  IsInstant,
  IsLine,
  IsNullable,
  IsString,
  IsUUID,
  MaxLength,
} from '../kit/index.js';
import { notificationKinds, type NotificationKind } from './notification-kinds.js';

/** What a notification leads to. */
export const notificationTopics = ['license', 'request', 'device', 'user'] as const;
export type NotificationTopic = (typeof notificationTopics)[number];

export class NotificationView {
  @IsUUID() id: string;
  @IsIn(notificationKinds) @Extensible() kind: NotificationKind;
  @IsLine() @MaxLength(300) @Describe('In the language of whoever asks.') title: string;
  @IsString() @MaxLength(2000) text: string;
  @IsNullable()
  @IsIn(notificationTopics)
  @Describe('What kind of thing it is about.')
  topic: NotificationTopic | null;
  @IsNullable() @IsUUID() @Describe('The id of that thing.') topicId: string | null;
  @IsInstant() createdAt: string;
  @IsNullable() @IsInstant() @Describe('null: not read yet.') readAt: string | null;
}
