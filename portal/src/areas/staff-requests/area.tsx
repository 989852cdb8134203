import { IconInbox } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';
import { worksOnRequests } from './roles.js';

/** Where support works: the queue, and the conversations with customers. */
export const area: Area = {
  id: 'staff-requests',
  audience: 'staff',
  routes: [
    { path: '/staff', page: lazy(() => import('./start.js')) },
    { path: '/staff/requests', page: lazy(() => import('./queue-page.js')), when: worksOnRequests },
    {
      path: '/staff/requests/:id',
      page: lazy(() => import('./staff-request-page.js')),
      when: worksOnRequests,
    },
  ],
  navigation: [
    {
      to: '/staff/requests',
      label: 'queue.title',
      icon: IconInbox,
      order: 10,
      key: 'q',
    },
  ],
};
