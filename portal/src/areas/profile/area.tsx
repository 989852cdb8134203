import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** The person's own account, a customer's as staff's; reached by the user menu. */
export const area: Area = {
  id: 'profile',
  audience: 'signed',
  routes: [{ path: '/profile', page: lazy(() => import('./profile-page.js')) }],
};
