import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { allShots, goTo, signInAs } from '../../tools/screenshots/lib/shots.mjs';
import { World } from '../world/world.js';
import { accessibility, openBrowser, openTab, overflows, type Tab } from './browser.js';

const looks: [string, BrowserContextOptions, (keyof typeof checks)[]][] = [
  [
    'wide, light',
    { viewport: { width: 1280, height: 800 }, colorScheme: 'light', locale: 'en-GB' },
    ['direction', 'axe', 'overflow'],
  ],
  [
    '[UIX-019] 320 px, dark, from right to left',
    { viewport: { width: 320, height: 640 }, colorScheme: 'dark', locale: 'ar-AE' },
    ['direction', 'axe', 'overflow'],
  ],
  [
    '320 px, in the language with the longest words',
    { viewport: { width: 320, height: 640 }, colorScheme: 'light', locale: 'de-DE' },
    ['overflow'],
  ],
];
const checks = {
  axe: (tab: Tab) => accessibility(tab.page),
  overflow: (tab: Tab) => overflows(tab.page),
  direction: (tab: Tab) => tab.page.evaluate<string>('document.documentElement.dir'),
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

  describe.each(looks)('%s', (_name, options, wanted) => {
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
        await goTo(tab.page, shot);
        seen.add(new URL(tab.page.url()).pathname);
        const found: Record<string, unknown> = {};
        for (const check of wanted) found[check] = await checks[check](tab);
        const complaints = { ...tab.complaints };
        Object.assign(tab.complaints, { policy: [], errors: [] });
        expect({ ...found, ...complaints, title: await tab.page.title() }).toEqual({
          ...right(options, found),
          policy: [],
          errors: [],
          title: expect.stringMatching(/.+ – Tessera$/) as string,
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

/** What must be so, beside what was found of it. */
function right(options: BrowserContextOptions, found: Record<string, unknown>): Record<string, unknown> {
  const all: Record<string, unknown> = {
    axe: [],
    overflow: false,
    direction: options.locale === 'ar-AE' ? 'rtl' : 'ltr',
  };
  return Object.fromEntries(Object.keys(found).map((name) => [name, all[name]]));
}

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
