import { IconHome } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** Where customers begin: what needs their attention. */
export const area: Area = {
  id: 'home',
  audience: 'customer',
  confined: true,
  routes: [{ path: '/', page: lazy(() => import('./home-page.js')) }],
  navigation: [{ to: '/', label: 'title', icon: IconHome, order: 10, key: 'h' }],
};
