import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/world/chromium.mjs';

/** How often slower than this machine the judged one is (spec/performance.md, P13). */
const SLOWER = 4;
/** After the last of it, nothing may be due for this long: milliseconds. */
const QUIET = 1_500;
/** More than any machine needs: milliseconds. */
const LONGEST = 60_000;

/** What a browser that comes for the first time loads of scripts, as they travel. @param {string} url of a page with a form */
export async function scriptBytes(url) {
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>[]} */
    const sizes = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        sizes.push(request.sizes().then((size) => size.responseBodySize));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.locator('form').waitFor();
    const all = await Promise.all(sizes);
    return { bytes: all.reduce((sum, size) => sum + size, 0), files: all.length };
  } finally {
    await browser.close();
  }
}

/**
 * Of somebody who is signed in: an empty profile with the session's cookies.
 * @param {import('./devtools.mjs').Devtools} browser @param {string} url of the portal
 * @param {{ email: string, password: string }} who
 * @returns {Promise<string>} the profile's id, for interactiveAfter; its cache stays until Target.disposeBrowserContext
 */
export async function signedIn(browser, url, who) {
  const answer = await fetch(`${url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(who),
  });
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`);
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /; *path=([^;]+)/i.exec(line)?.[1] ?? '/';
    return { url, name, value, path, httpOnly: /; *httponly/i.test(line) };
  });
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  await browser.send('Storage.setCookies', { cookies, browserContextId });
  return browserContextId;
}

/**
 * Milliseconds from the opening of a page until it shows what was asked for and answers to a hand: the end of the last task
 * longer than 50 ms, after which nothing long follows.
 * @param {import('./devtools.mjs').Devtools} browser @param {string} profile of signedIn
 * @param {string} url @param {string} shown selector of what was asked for
 */
export async function interactiveAfter(browser, profile, url, shown) {
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId: profile,
  });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  /** @param {string} method @param {object} [params] */
  const send = (method, params) => browser.send(method, params, sessionId);
  await send('Page.enable');
  await send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const wished = JSON.stringify({ shown, quiet: QUIET, longest: LONGEST });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${observe})(${wished})` });
  const { errorText } = await send('Page.navigate', { url });
  if (errorText) throw new Error(`${url}: ${errorText}`);
  // One question, which the page answers in the end: to ask again and again would cost its slowed processor.
  const { result } = await send('Runtime.evaluate', {
    expression: '__interactive',
    awaitPromise: true,
    returnByValue: true,
  });
  await browser.send('Target.closeTarget', { targetId });
  if (typeof result.value !== 'number') throw new Error(`${url} has not shown ${shown}`);
  return result.value;
}

/**
 * Runs in the page, before its own scripts.
 * @param {{ shown: string, quiet: number, longest: number }} wished
 */
function observe({ shown, quiet, longest }) {
  const page = /** @type {any} */ (globalThis);
  const { document, MutationObserver, PerformanceObserver, requestAnimationFrame } = page;
  let last = 0;
  new PerformanceObserver((/** @type {any} */ list) => {
    for (const task of list.getEntries()) last = Math.max(last, task.startTime + task.duration);
  }).observe({ type: 'longtask', buffered: true });
  page.__interactive = new Promise((resolve) => {
    setTimeout(resolve, longest, null);
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
        else resolve(last);
      };
      wait();
    };
  });
}
