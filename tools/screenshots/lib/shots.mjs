import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../start/settings.mjs';

/**
 * Every page of the portal as it can be shown in the demo world. The pictures of `npm run screenshots` and the checks of
 * e2e/browser/pages.spec.ts go through the same list.
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').BrowserContext} BrowserContext
 * @typedef {object} Shot
 * @property {string} name of the file
 * @property {string | ((api: (path: string) => Promise<any>) => Promise<string>)} path or how to find it by asking the API
 * @property {string} [as] the demo account that looks; without it, nobody
 * @property {(page: Page) => Promise<unknown>} [before] what to arrange before the page is opened
 * @property {(page: Page) => Promise<unknown>} [prepare] what to do before the picture
 * @property {boolean} [waits] the picture is of a page that waits for something which does not come
 */

const PASSWORD = 'Demo-2026!pass';
/** Those that show a page to which nothing was done: what was opened may outlast a step to another page. @type {WeakSet<Page>} */
const asLoaded = new WeakSet();
/** A path that no area has. */
const NOWHERE = '/no-such-page';

/** Each area lists its own pages in tools/screenshots/<area>.mjs. @returns {Promise<Shot[]>} */
export async function allShots() {
  const folder = join(root, 'tools/screenshots');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .sort();
  const modules = await Promise.all(files.map((file) => import(join(folder, file))));
  return modules.flatMap((module) => module.pages);
}

/**
 * Goes to the page of a shot, and does what it wants done there.
 * @param {Page} page @param {Shot} shot
 * @param {{ within?: boolean }} [how] within the portal that the page shows already, as a link of it goes, which takes a second less
 */
export async function goTo(page, shot, { within = false } = {}) {
  const read = async (/** @type {string} */ path) =>
    (await page.context().request.get(`/api/v1${path}`)).json();
  const path = typeof shot.path === 'string' ? shot.path : await shot.path(read);
  await shot.before?.(page);
  await (within && asLoaded.has(page) ? follow(page, path) : load(page, path));
  asLoaded.add(page);
  await loaded(page);
  if (!shot.prepare) return;
  asLoaded.delete(page);
  await shot.prepare(page);
  if (!shot.waits) await loaded(page);
}

/** @param {Page} page @param {string} path */
async function load(page, path) {
  // From elsewhere: a step that only changes what comes after # would load nothing.
  await page.goto('about:blank');
  await page.goto(path);
  await page.locator('h1').first().waitFor();
}

/** By way of another page, so that the last one ends, were it of the same component. @param {Page} page @param {string} path */
async function follow(page, path) {
  for (const next of path === NOWHERE ? [path] : [NOWHERE, path]) {
    if (new URL(page.url()).pathname === next) continue;
    await page.evaluate(`document.querySelector('h1').dataset.left = ''`);
    await page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(next)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await page.locator('h1:not([data-left])').first().waitFor();
  }
}

/** Until nothing says any more that it is still being loaded. @param {Page} page */
async function loaded(page) {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    await page.waitForTimeout(250);
    const still = '.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy="true"]';
    if ((await page.locator(still).count()) === 0) return;
  }
}

/** The account's own language comes before the browser's, so it is set first. @param {BrowserContext} context @param {string} url @param {string} email @param {string} language */
export async function signInAs(context, url, email, language) {
  const headers = { origin: url };
  const data = { email, password: PASSWORD };
  const answer = await context.request.post('/api/v1/auth/sign-in', { data, headers });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`);
  const etag = (await context.request.get('/api/v1/me')).headers().etag ?? '';
  await context.request.patch('/api/v1/me', {
    data: { language },
    headers: { ...headers, 'if-match': etag },
  });
}
