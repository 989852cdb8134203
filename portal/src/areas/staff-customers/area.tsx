import { IconBuilding } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';
import { seesCustomers } from './roles.js';

/** The companies that the vendor works for, with their people, licenses and requests. */
export const area: Area = {
  id: 'staff-customers',
  audience: 'staff',
  routes: [
    { path: '/staff/customers', page: lazy(() => import('./customers-page.js')), when: seesCustomers },
    { path: '/staff/customers/:id', page: lazy(() => import('./customer-page.js')), when: seesCustomers },
  ],
  navigation: [
    {
      to: '/staff/customers',
      label: 'list.title',
      icon: IconBuilding,
      order: 30,
      key: 'c',
    },
  ],
};
