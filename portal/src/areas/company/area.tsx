import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** The company account: founding one, for people who have none yet. */
export const area: Area = {
  id: 'company',
  audience: 'customer',
  routes: [{ path: '/company/new', page: lazy(() => import('./found-company-page.js')) }],
};
