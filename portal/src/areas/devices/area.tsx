import { IconDevices } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** The company's devices: how they are, what they are told to do, how they join and leave. */
export const area: Area = {
  id: 'devices',
  audience: 'customer',
  routes: [
    { path: '/devices', page: lazy(() => import('./list/devices-page.js')) },
    { path: '/devices/connect', page: lazy(() => import('./connect/connect-page.js')) },
    { path: '/devices/:id', page: lazy(() => import('./device/device-page.js')) },
  ],
  navigation: [
    {
      to: '/devices',
      label: 'title',
      icon: IconDevices,
      order: 30,
      key: 'd',
      when: (me) => me.company !== null,
    },
  ],
};
