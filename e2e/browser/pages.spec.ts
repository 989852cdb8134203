import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { allShots, goTo, signInAs } from '../../tools/screenshots/lib/shots.mjs';
import { World } from '../world/world.js';
import { accessibility, openBrowser, openTab, overflows, type Tab } from './browser.js';

const narrow = { width: 320, height: 640 };
/**
 * In the first every page is a document of its own, in the second a step within the portal. The language with the longest words
 * is the one in which something may stick out.
 */
const looks: [string, BrowserContextOptions, { within: boolean }][] = [
  [
    'wide and then 320 px, light',
    { viewport: { width: 1280, height: 800 }, colorScheme: 'light', locale: 'de-DE' },
    { within: false },
  ],
  [
    '320 px, dark, from right to left',
    { viewport: narrow, colorScheme: 'dark', locale: 'ar-AE' },
    { within: true },
  ],
];
const checks = {
  direction: (tab: Tab) => tab.page.evaluate<string>('document.documentElement.dir'),
  axe: (tab: Tab) => accessibility(tab.page),
  overflow: (tab: Tab) => overflows(tab.page),
  overflowWhenNarrow: async (tab: Tab) => {
    if (tab.page.viewportSize()!.width === narrow.width) return overflows(tab.page);
    await tab.page.setViewportSize(narrow);
    // What is another component on a small screen is rendered again.
    await tab.page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))');
    return overflows(tab.page);
  },
};
const shots = await allShots();
const accounts = [...new Set(shots.map((shot) => shot.as))];

/** Every page of every area in the demo world, as `npm run screenshots` shows them, in every manner. */
describe('every page', () => {
  let world: World;
  let browser: Browser;
  const seen = new Set<string>();

  beforeAll(async () => {
    world = await World.start({ TESSERA_SEED: 'demo' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  describe.each(looks)('%s', (_name, options, how) => {
    describe.each(accounts)('as %s', (account) => {
      let tab: Tab;
      beforeAll(async () => {
        tab = await openTab(browser, world.url, options);
        if (account) await signInAs(tab.context, world.url, account, options.locale!.slice(0, 2));
      });
      afterAll(() => tab.context.close());

      const own = shots.filter((shot) => shot.as === account).map((shot) => [shot.name, shot] as const);
      it.each(own)('%s is accessible to all, sticks out nowhere, and breaks no rule', async (_shot, shot) => {
        await tab.page.emulateMedia({ media: 'screen' });
        await tab.page.setViewportSize(options.viewport!);
        await goTo(tab.page, shot, how);
        seen.add(new URL(tab.page.url()).pathname);
        const found: Record<string, unknown> = {};
        for (const [name, check] of Object.entries(checks)) found[name] = await check(tab);
        const complaints = { ...tab.complaints };
        Object.assign(tab.complaints, { policy: [], errors: [] });
        expect({ ...found, ...complaints, title: await tab.page.title() }).toEqual({
          direction: options.locale === 'ar-AE' ? 'rtl' : 'ltr',
          axe: [],
          overflow: false,
          overflowWhenNarrow: false,
          policy: [],
          errors: [],
          title: expect.stringMatching(/.+ – Northwind Security$/) as string,
        });
      });
    });
  });

  it('was among them', () => {
    const unseen = routes().filter((route) => ![...seen].some((path) => matches(route, path)));
    // A signed-in person is sent on from it at once, staff to where they work.
    expect(unseen.filter((route) => route !== '/staff')).toEqual([]);
  });
});

/** The paths of all areas, as their sources name them. */
function routes(): string[] {
  const areas = readdirSync('portal/src/areas');
  return areas.flatMap((area) =>
    [...readFileSync(`portal/src/areas/${area}/area.tsx`, 'utf8').matchAll(/\{ path: '([^']+)'/g)].map(
      (match) => match[1]!,
    ),
  );
}

/** `/licenses/:id` and `/licenses/42`, but not `/licenses/add`, which has a page of its own. */
function matches(route: string, path: string): boolean {
  if (!route.includes(':')) return route === path;
  return new RegExp(`^${route.replace(/:\w+/g, '[0-9a-f-]{36}')}$`).test(path);
}
