import type { QueryClient } from '@tanstack/react-query';
import type { Area, Audience } from './area.js';
import { areaAt, headerItemsOf, isPageOpenTo, navigationOf, routeAt } from './areas.js';
import { brandQuery } from './brand/brand.js';
import { moreTexts, startTexts } from './i18n/i18n.js';
import { SignedParts, UserMenu } from './layout/signed-parts.js';
import { isStaff } from './session/session.js';
import { meQuery } from './session/session-provider.js';

/** After this time a waiting indicator is better than a blank page. */
const MAX_BLANK_MS = 1_000;

/**
 * Brings what the first page needs: its words, who looks, its code and its data, at the same time and not one after the
 * other. Nothing that fails here is an end: the page asks again, and says what is wrong.
 */
export async function start(client: QueryClient, path: string): Promise<void> {
  const area = areaAt(path);
  const asked = routeAt(path);
  // Who goes straight to a page of their own is signed in, nearly always; who comes in by the front door may be anybody.
  if (area && asked && area.audience !== 'public' && path !== '/') begin([asked.page, SignedParts, UserMenu]);
  const who = client.fetchQuery({ ...meQuery, retry: false }).then(({ value }) => value);
  const brand = client.prefetchQuery(brandQuery);
  const texts = startTexts(area?.id);
  const code = who.then(async (me) => {
    // Who is not signed in will see another page than asked for.
    if (!me) return area?.audience === 'public' ? asked?.page.preload() : undefined;
    const audience = isStaff(me) ? 'staff' : 'customer';
    const route =
      area && asked && maySee(area, audience) && isPageOpenTo(area, asked, me) ? asked : undefined;
    route?.data?.(client, me);
    const header = headerItemsOf(audience, me);
    const parts = [...(route ? [route.page] : []), SignedParts, UserMenu, ...header.map(({ item }) => item)];
    const words = [
      ...navigationOf(audience, me).map(({ namespace }) => namespace),
      ...header.map(({ id }) => id),
    ];
    await Promise.all([...parts.map((part) => part.preload()), texts.then(() => moreTexts(words))]);
  });
  const enough = new Promise((resolve) => setTimeout(resolve, MAX_BLANK_MS));
  await Promise.all([texts, Promise.race([Promise.all([brand, code.catch(() => undefined)]), enough])]);
}

const begin = (parts: { preload(): Promise<unknown> }[]): void => {
  for (const part of parts) void part.preload().catch(() => undefined);
};

const maySee = ({ audience }: Area, who: Audience): boolean => ['public', 'signed', who].includes(audience);
