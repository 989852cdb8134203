import { IconCertificate } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** The company's licenses: what there is, what is added, and which devices use it (LIC-058 … LIC-075). */
export const area: Area = {
  id: 'licenses',
  audience: 'customer',
  routes: [
    { path: '/licenses', page: lazy(() => import('./licenses-page.js')) },
    { path: '/licenses/add', page: lazy(() => import('./add-license-page.js')) },
    { path: '/licenses/:id', page: lazy(() => import('./license-page.js')) },
  ],
  navigation: [
    {
      to: '/licenses',
      label: 'list.title',
      icon: IconCertificate,
      order: 20,
      key: 'l',
      when: (me) => me.company !== null,
    },
  ],
};
