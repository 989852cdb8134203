import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** What the person has been told, and the bell in the header that says how much of it is new. */
export const area: Area = {
  id: 'notifications',
  audience: 'customer',
  confined: true,
  routes: [{ path: '/notifications', page: lazy(() => import('./notifications-page.js')) }],
  header: { order: 20, audience: 'customer', item: lazy(() => import('./bell.js')) },
};
