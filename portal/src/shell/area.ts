import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { View } from '../api/client.js';
import type { Lazy } from './lazy.js';

export type Me = View<'MeView'>;
export type Audience = 'public' | 'signed' | 'customer' | 'staff';

/** One thing the portal is good for: a folder under `areas/`, which nothing else names. */
export interface Area {
  /** Name of the folder and of its texts. */
  id: string;
  /** public: everybody. signed: who is signed in. customer: those of them who are no staff. staff: the vendor's people; paths begin with /staff. */
  audience: Audience;
  /** Also for customers who were invited for a device alone, and have no business in the rest (CON-08). */
  confined?: true;
  routes: AreaRoute[];
  navigation?: NavigationItem[];
  /** Shown in the header of everybody who is signed in, or of the area's audience alone. */
  header?: { order: number; audience?: Audience; item: Lazy };
}

export interface AreaRoute {
  /** Absolute, in the manner of react-router: `/licenses/:id`. */
  path: string;
  /** `lazy(() => import('./license-page.js'))` of ./lazy.js, so that nobody loads pages that they do not open. */
  page: Lazy;
  /** Of the audience, who has business there; to the others it is a page that does not exist. */
  when?: (me: Me) => boolean;
  /** Begins to read what the page will show, while its code is still on the way. Only who may see the page causes it. */
  data?: (client: QueryClient, me: Me) => void;
}

export interface NavigationItem {
  to: string;
  /** Key in the area's own texts. */
  label: string;
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  /** From left to right, or from top to bottom. */
  order: number;
  /** Second key of the shortcut `g …`, e.g. `l` for licenses. */
  key?: string;
  /** Of those who may open the page, for whom it stands in the navigation: what the page's route says holds here too. */
  when?: (me: Me) => boolean;
}
