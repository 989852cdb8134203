import type { View } from '../../api/client.js';

type Notification = Pick<View<'NotificationView'>, 'kind' | 'topic' | 'topicId'>;

const pages = { license: '/licenses', device: '/devices', request: '/requests' } as const;

/** The page about what a notification tells; null where there is none. */
export function placeOf({ kind, topic, topicId }: Notification): string | null {
  // What was removed has no page any more.
  if (kind === 'license_removed') return '/licenses';
  // Leads who has no company to founding one.
  if (kind === 'license_not_claimed') return '/licenses/add';
  if (kind === 'password_changed') return '/profile';
  if (kind === 'invitation_accepted') return '/people';
  if (topic === null || topic === 'user' || topicId === null) return null;
  return `${pages[topic]}/${topicId}`;
}
