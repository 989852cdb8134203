import { IconKey, IconLogin2, IconPackages } from '@tabler/icons-react';
import type { Area } from '../../shell/area.js';
import { lazy } from '../../shell/lazy.js';

/** What everybody sees before signing in. */
export const area: Area = {
  id: 'auth',
  audience: 'public',
  routes: [
    { path: '/sign-in', page: lazy(() => import('./sign-in-page.js')) },
    { path: '/register', page: lazy(() => import('./register-page.js')) },
    { path: '/activate', page: lazy(() => import('./activate-page.js')) },
    { path: '/forgot-password', page: lazy(() => import('./forgot-password-page.js')) },
    { path: '/reset-password', page: lazy(() => import('./reset-password-page.js')) },
    { path: '/accept-invitation', page: lazy(() => import('./accept-invitation-page.js')) },
    { path: '/key-files', page: lazy(() => import('./key-files-page.js')) },
    { path: '/products', page: lazy(() => import('./products-page.js')) },
  ],
  navigation: [
    { to: '/products', label: 'products.title', icon: IconPackages, order: 10 },
    { to: '/key-files', label: 'keyFiles.title', icon: IconKey, order: 20 },
    { to: '/sign-in', label: 'signIn.title', icon: IconLogin2, order: 30 },
  ],
};
