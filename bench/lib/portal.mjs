import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/world/chromium.mjs';

/** How often slower than this machine the judged one is (spec/performance.md, P13). */
const SLOWER = 4;
/** After the last of it, nothing may be due for this long: milliseconds. */
const QUIET = 1_500;

/** @returns {Promise<import('playwright-core').Browser>} */
export const openChromium = async () => chromium.launch({ ...(await findChromium()), args });

const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];

/** What a browser that comes for the first time loads of scripts, as they travel. @param {import('playwright-core').Browser} browser @param {string} url */
export async function scriptBytes(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {Promise<number>[]} */
  const sizes = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then((size) => size.responseBodySize));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('form').waitFor();
  const all = await Promise.all(sizes);
  await context.close();
  return { bytes: all.reduce((sum, size) => sum + size, 0), files: all.length };
}

/**
 * Milliseconds from the opening of a page until it shows what was asked for and answers to a hand: the end of the last task
 * longer than 50 ms, after which nothing long follows.
 * @param {import('playwright-core').BrowserContext} context signed in; its cache stays
 * @param {string} url @param {string} shown selector of what was asked for
 */
export async function interactiveAfter(context, url, shown) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(observe, shown);
  await page.goto(url);
  await page.locator(shown).first().waitFor({ state: 'attached', timeout: 60_000 });
  const quiet = async () => Number(await page.evaluate('performance.now() - __seen.busy'));
  while ((await quiet()) < QUIET) await page.waitForTimeout(100);
  const seen = /** @type {{ shown: number, busy: number }} */ (await page.evaluate('__seen'));
  await page.close();
  return Math.max(seen.shown, seen.busy);
}

/** Runs in the page, before its own scripts. @param {string} shown */
function observe(shown) {
  const seen = { shown: 0, busy: 0 };
  Object.assign(globalThis, { __seen: seen });
  const page = /** @type {any} */ (globalThis);
  const { document, MutationObserver, PerformanceObserver, requestAnimationFrame } = page;
  new PerformanceObserver((/** @type {any} */ list) => {
    for (const task of list.getEntries()) seen.busy = Math.max(seen.busy, task.startTime + task.duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = new MutationObserver(() => {
    if (!document.querySelector(shown)) return;
    look.disconnect();
    // Two frames later it is painted.
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.shown = performance.now())));
  });
  look.observe(document, { childList: true, subtree: true });
}
