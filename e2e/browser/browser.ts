import axe from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { findChromium } from '../../tools/world/chromium.mjs';

/** With a new empty profile for every context. */
export const openBrowser = async (): Promise<Browser> => chromium.launch(await findChromium());

/** What a browser complained about while a test used it. */
export interface Complaints {
  policy: string[];
  errors: string[];
}

export interface Tab {
  context: BrowserContext;
  page: Page;
  complaints: Complaints;
}

/** A person's browser: its language, its size, and an ear for what goes wrong in it. */
export async function openTab(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Tab> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // What fades in would be judged, and waited for, half seen.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return { context, page, complaints: await listen(page) };
}

/** Violations of the content security policy and failures of scripts; a refused request is no failure of a page. */
async function listen(page: Page): Promise<Complaints> {
  const complaints: Complaints = { policy: [], errors: [] };
  page.on('pageerror', (error) => complaints.errors.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.policy.push(message.text());
    else if (message.type() === 'error' && !/^Failed to load resource/.test(message.text()))
      complaints.errors.push(message.text());
  });
  // React says that it recovered from an error, and only as its cause, from which.
  await page.addInitScript(
    "addEventListener('error', ({ error }) => error?.cause && console.error('caused by', error.cause.stack))",
  );
  return complaints;
}

/** What axe finds on the page as it stands, by rule and place; [] is right. */
export async function accessibility(page: Page): Promise<string[]> {
  // By itself, once for a page: its makers' way through Playwright takes twice the time, for frames, which these pages have not.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  // What is right need not be described.
  const violations = await page.evaluate<axe.Result[]>(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')} – ${node.failureSummary?.split('\n').slice(1).join(';').trim()}`,
    ),
  );
}

/** Whether something sticks out to the side of the window. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Signs in as a person does, and waits for what comes first. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Waits until a script expression is true; unlike Playwright's own, under a policy without eval. */
export async function until(page: Page, expression: string, within = 15_000): Promise<void> {
  for (
    const end = Date.now() + within;
    !(await page.evaluate<boolean>(expression));
    await page.waitForTimeout(50)
  )
    if (Date.now() > end) throw new Error(`never came true: ${expression}`);
}

/** Waits for the next two pictures of the page: what it has to show by now, it shows then. */
export async function pictures(page: Page): Promise<void> {
  for (let n = 0; n < 2; n++) await page.evaluate('new Promise(requestAnimationFrame)');
}
