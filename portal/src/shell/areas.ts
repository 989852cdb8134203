import { matchPath } from 'react-router';
import type { Area, AreaRoute, Audience, Me } from './area.js';
import { isConfined } from './session/session.js';

const modules = import.meta.glob<{ area: Area }>('../areas/*/area.tsx', { eager: true });

export const areas: readonly Area[] = Object.values(modules).map((module) => module.area);

/** The area that the page at a path belongs to. */
export const areaAt = (path: string): Area | undefined =>
  areas.find((area) => area.routes.some((route) => matchPath(route.path, path)));

/** The page at a path: `/licenses/add` before `/licenses/:id`. */
export const routeAt = (path: string): AreaRoute | undefined => {
  const routes = areas.flatMap((area) => area.routes);
  return routes.find((route) => route.path === path) ?? routes.find((route) => matchPath(route.path, path));
};

/** Whether an area has anything for this person, among the people of its audience. */
export const isOpenTo = (area: Area, me: Me | null): boolean =>
  area.audience !== 'customer' || area.confined === true || me === null || !isConfined(me);

/** The same for one of its pages. */
export const isPageOpenTo = (area: Area, { when }: AreaRoute, me: Me | null): boolean =>
  isOpenTo(area, me) && (!when || (me !== null && when(me)));

/** What leads to the pages of an audience, as far as this person may go there. */
export const navigationOf = (audience: Audience, me: Me | null) =>
  areas
    .filter((area) => area.audience === audience && isOpenTo(area, me))
    .flatMap((area) =>
      (area.navigation ?? [])
        .filter(({ to }) => area.routes.every((route) => route.path !== to || isPageOpenTo(area, route, me)))
        .map((item) => ({ ...item, namespace: area.id })),
    )
    .filter((item) => !item.when || (me !== null && item.when(me)))
    .sort((a, b) => a.order - b.order);

export const headerItemsOf = (audience: Audience, me: Me | null) =>
  areas
    .filter((area) => isOpenTo(area, me))
    .flatMap((area) => (area.header ? [{ ...area.header, id: area.id }] : []))
    .filter((header) => !header.audience || header.audience === audience)
    .sort((a, b) => a.order - b.order);
