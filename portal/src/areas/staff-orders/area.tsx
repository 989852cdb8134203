import { IconShoppingCart } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** Licenses for customers: ordering activation codes. */
export const area: Area = {
  id: 'staff-orders',
  audience: 'staff',
  routes: [
    { path: '/staff/orders', page: lazy(() => import('./orders-page.js')) },
    { path: '/staff/orders/new', page: lazy(() => import('./new-order-page.js')) },
  ],
  navigation: [
    {
      to: '/staff/orders',
      label: 'list.title',
      icon: IconShoppingCart,
      order: 20,
      key: 'o',
      when: (me) => ['license-admin', 'platform-admin', 'partner'].includes(me.role),
    },
  ],
};
