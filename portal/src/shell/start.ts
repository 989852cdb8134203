import type { QueryClient } from '@tanstack/react-query';
import { areaAt, headerItemsOf, routeAt } from './areas.js';
import { startTexts } from './i18n/i18n.js';
import { SignedParts, UserMenu } from './layout/signed-parts.js';
import { isStaff } from './session/session.js';
import { meQuery } from './session/session-provider.js';

/** Then a picture of waiting is better than none: milliseconds. */
const LONGEST_BLANK = 1_000;

/**
 * Brings what the first page needs: its words, who looks, and its code, at the same time and not one after the other.
 * Nothing that fails here is an end: the page asks again, and says what is wrong.
 */
export async function start(client: QueryClient, path: string): Promise<void> {
  const area = areaAt(path);
  const who = client.fetchQuery({ ...meQuery, retry: false }).then(({ value }) => value);
  const code = who.then(async (me) => {
    // Who is not signed in will see another page than asked for.
    if (!me && area?.audience !== 'public') return;
    const header = me ? headerItemsOf(isStaff(me) ? 'staff' : 'customer').map(({ item }) => item) : [];
    const page = routeAt(path)?.page;
    const parts = [...(page ? [page] : []), ...(me ? [SignedParts, UserMenu, ...header] : [])];
    await Promise.all(parts.map((part) => part.preload()));
  });
  const enough = new Promise((resolve) => setTimeout(resolve, LONGEST_BLANK));
  await Promise.all([startTexts(area?.id), Promise.race([code.catch(() => undefined), enough])]);
}
