import { IconCertificate } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';
import { prefetchList } from '../../ui/use-list.js';
import { licenseList, shownIn } from './license-queries.js';

/** The company's licenses: what there is, what is added, and which devices use it (LIC-058 … LIC-075). */
export const area: Area = {
  id: 'licenses',
  audience: 'customer',
  routes: [
    {
      path: '/licenses',
      page: lazy(() => import('./licenses-page.js')),
      data: (client, me) => {
        if (me.company) prefetchList(client, licenseList(shownIn(new URLSearchParams(location.search))));
      },
    },
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
