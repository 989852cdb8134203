import { IconShoppingCart } from '@tabler/icons-react';
import type { Area, Me } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** As the API lets them. */
const seesOrders = (me: Me): boolean => ['license-admin', 'platform-admin', 'partner'].includes(me.role);

/** Licenses for customers: ordering activation codes. */
export const area: Area = {
  id: 'staff-orders',
  audience: 'staff',
  routes: [
    { path: '/staff/orders', page: lazy(() => import('./orders-page.js')), when: seesOrders },
    { path: '/staff/orders/new', page: lazy(() => import('./new-order-page.js')), when: seesOrders },
  ],
  navigation: [
    {
      to: '/staff/orders',
      label: 'list.title',
      icon: IconShoppingCart,
      order: 20,
      key: 'o',
    },
  ],
};
