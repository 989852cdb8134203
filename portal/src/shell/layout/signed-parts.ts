import { lazy } from '../lazy.js';

/** Menus, navigation and the live stream are a good part of the code: only who is signed in loads them. */
export const UserMenu = lazy(() => import('./user-menu.js'));
export const SignedParts = lazy(() => import('./signed.js'));
