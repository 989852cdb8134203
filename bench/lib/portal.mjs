import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/world/chromium.mjs';

/** How often slower than this machine the judged one is (spec/performance.md, P13). */
const SLOWER = 4;
/** After the last of it, nothing may be due for this long: milliseconds. */
const QUIET = 1_500;
/** More than any machine needs: milliseconds. */
const LONGEST = 60_000;

/** @returns {Promise<import('playwright-core').Browser>} */
export const openChromium = async () => chromium.launch(await findChromium());

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
  // The page says so itself: to ask it, as waiting for a locator does, would cost its slowed processor 100 ms and more.
  const interactive = new Promise((resolve, reject) => {
    page.exposeFunction('__interactive', resolve).catch(reject);
    setTimeout(reject, LONGEST, new Error(`${url} has not shown ${shown}`)).unref();
  });
  await page.addInitScript(observe, { shown, quiet: QUIET });
  await page.goto(url);
  const after = Number(await interactive);
  await page.close();
  return after;
}

/** Runs in the page, before its own scripts. @param {{ shown: string, quiet: number }} wished */
function observe({ shown, quiet }) {
  const page = /** @type {any} */ (globalThis);
  const { document, MutationObserver, PerformanceObserver, requestAnimationFrame } = page;
  let last = 0;
  new PerformanceObserver((/** @type {any} */ list) => {
    for (const task of list.getEntries()) last = Math.max(last, task.startTime + task.duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = new MutationObserver(() => {
    if (!document.querySelector(shown)) return;
    look.disconnect();
    // Two frames later it is painted.
    requestAnimationFrame(() => requestAnimationFrame(settled));
  });
  look.observe(document, { childList: true, subtree: true });
  const settled = () => {
    last = Math.max(last, performance.now());
    const wait = () => {
      const left = last + quiet - performance.now();
      if (left > 0) setTimeout(wait, left);
      else page.__interactive(last);
    };
    wait();
  };
}
