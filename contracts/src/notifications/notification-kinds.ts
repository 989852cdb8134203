/** Made by `npm run generate`; do not edit. */

/** What a person can be told of, in the portal: the keys of `notices` in the texts of notifications. */
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
