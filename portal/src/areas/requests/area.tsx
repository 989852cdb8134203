import { IconMessages } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** Help from the vendor's support: asking for it, and the conversation about it. */
export const area: Area = {
  id: 'requests',
  audience: 'customer',
  routes: [
    { path: '/requests', page: lazy(() => import('./requests-page.js')) },
    { path: '/requests/new', page: lazy(() => import('./new-request-page.js')) },
    { path: '/requests/:id', page: lazy(() => import('./request-page.js')) },
  ],
  navigation: [
    {
      to: '/requests',
      label: 'list.title',
      icon: IconMessages,
      order: 40,
      key: 'r',
    },
  ],
  header: { order: 10, audience: 'customer', item: lazy(() => import('./create-link.js')) },
};
