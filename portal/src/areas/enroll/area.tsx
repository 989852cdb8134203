import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** Where the QR code and the link of an enrollment lead: opened on the device that shall join, by nobody signed in. */
export const area: Area = {
  id: 'enroll',
  audience: 'public',
  routes: [{ path: '/enroll', page: lazy(() => import('./enroll-page.js')) }],
};
