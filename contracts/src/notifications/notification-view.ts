import { Field } from '../kit/index.js';

/** What a person can be told of, in the portal. */
export const notificationKinds = [
  'welcome',
  'license_not_claimed',
  'password_changed',
  'invitation_accepted',
  'license_added',
  'license_removed',
  'license_blocked',
  'request_registered',
  'request_answered',
  'device_enrolled',
  'device_disconnected',
  'command_finished',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What a notification leads to. */
export const notificationTopics = ['license', 'request', 'device', 'user'] as const;
export type NotificationTopic = (typeof notificationTopics)[number];

export class NotificationView {
  @Field.id() id: string;
  @Field.oneOf(notificationKinds) kind: NotificationKind;
  @Field.line({ max: 300, description: 'In the language of whoever asks.' }) title: string;
  @Field.text({ max: 2000 }) text: string;
  @Field.oneOf(notificationTopics, { nullable: true, description: 'What kind of thing it is about.' })
  topic: NotificationTopic | null;
  @Field.id({ nullable: true, description: 'The id of that thing.' }) topicId: string | null;
  @Field.time() createdAt: string;
  @Field.time({ nullable: true, description: 'null: not read yet.' }) readAt: string | null;
}
