import { IconUsers } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** Who is invited into the company (IDC-074 … IDC-080). */
export const area: Area = {
  id: 'people',
  audience: 'customer',
  routes: [{ path: '/people', page: lazy(() => import('./people-page.js')) }],
  navigation: [
    {
      to: '/people',
      label: 'title',
      icon: IconUsers,
      order: 50,
      key: 'p',
      when: (me) => me.rights.includes('users.invite'),
    },
  ],
};
