import { IconUsersGroup } from '@tabler/icons-react';
import type { Area, Me } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

const seesPeople = (me: Me): boolean => me.role === 'platform-admin';

/** The vendor's own people and its partners. */
export const area: Area = {
  id: 'staff-people',
  audience: 'staff',
  routes: [{ path: '/staff/people', page: lazy(() => import('./people-page.js')), when: seesPeople }],
  navigation: [
    {
      to: '/staff/people',
      label: 'list.title',
      icon: IconUsersGroup,
      order: 40,
      key: 'p',
    },
  ],
};
