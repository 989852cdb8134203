import type { Browser } from 'playwright-core';
import { bootstrapAdmin, orderCode, owner, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { openBrowser, openTab, signIn, type Tab, until } from './browser.js';

/** What holds for the portal as a whole: languages, schemes, sessions, headers, weight. */
describe('the manners of the portal', () => {
  let world: World;
  let browser: Browser;
  let tab: Tab;
  const email = 'owner@acme.example';

  beforeAll(async () => {
    world = await World.start();
    browser = await openBrowser();
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    await owner(world, email, await orderCode(world, licenses, { companyName: 'Acme GmbH' }));
  });
  afterEach(async () => {
    await tab?.context.close();
    expect(tab?.complaints).toEqual({ policy: [], errors: [] });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it('[UIX-015][UIX-016][UIX-017] speaks the browser’s language, then that of the link, then the account’s', async () => {
    tab = await openTab(browser, world.url, { locale: 'de-CH' });
    const { page, context } = tab;
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect((await context.cookies()).find((cookie) => cookie.name === 'lang')?.value).toBe('en');
    // The registration said "en"; the link then writes into the account, which another browser follows.
    await signIn(page, email, password);
    await page.getByRole('button', { name: 'English' }).click();
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.getByRole('button', { name: 'العربية' }).click();
    expect((await saved).status()).toBe(200);
    await until(page, "document.documentElement.dir === 'rtl'");

    const other = await openTab(browser, world.url, { locale: 'en-GB' });
    await signIn(other.page, email, password);
    await until(other.page, "document.documentElement.lang === 'ar'");
    await other.page.getByRole('button', { name: 'العربية' }).click();
    const back = other.page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await other.page.getByRole('button', { name: 'English' }).click();
    await until(other.page, "document.documentElement.lang === 'en'");
    expect((await back).status()).toBe(200);
    await other.context.close();
  });

  it('signs in again over the page when the session has ended, and then does what was asked', async () => {
    tab = await openTab(browser, world.url);
    const { page, context } = tab;
    await signIn(page, email, password);
    // Nothing is still being asked, so that it is the choice that meets the end.
    await page.getByRole('region', { name: /^New notifications/ }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Deutsch' }).waitFor();
    await page.waitForLoadState('networkidle');
    await context.clearCookies({ name: 'sid' });
    await page.getByRole('button', { name: 'Deutsch' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bitte melden Sie sich noch einmal an' });
    await dialog.getByLabel('Passwort', { exact: true }).fill(password);
    const repeated = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
    await dialog.getByRole('button', { name: 'Anmelden' }).click();
    await repeated;
    // With it goes the dialog that asked for the language, since its wish is now met.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await world.api().signIn(email, password)).user.language).toBe('de');
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await until(page, "document.documentElement.lang === 'en'");
  });

  it('goes on after the sign-in to no other host', async () => {
    tab = await openTab(browser, world.url);
    await signIn(tab.page, email, password);
    await tab.page.goto('/sign-in?next=%2F%2Fevil.example');
    await tab.page.waitForURL(world.url + '/');
  });

  it('leaves the focus in a menu that was opened while the next page was on its way', async () => {
    tab = await openTab(browser, world.url, { locale: 'en-GB' });
    const { page } = tab;
    await signIn(page, email, password);
    let release = () => {};
    const late = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/devices-page-*.js', async (route) => {
      await late;
      await route.continue();
    });
    await page.getByRole('link', { name: 'Devices', exact: true }).click();
    await page.getByRole('button', { name: 'Olga Acker' }).click();
    await page.getByRole('menuitem', { name: 'Profile' }).hover();
    await page.keyboard.press('ArrowDown');
    await until(page, "document.activeElement?.getAttribute('role') === 'menuitem'");
    release();
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor();
    expect(await page.evaluate("document.activeElement?.getAttribute('role')")).toBe('menuitem');
    await page.keyboard.press('Escape');
    // Without a menu the heading has it, so that the page's name is read out.
    await page.getByRole('link', { name: 'Licenses', exact: true }).click();
    await page.getByRole('heading', { name: 'Licenses', level: 1 }).waitFor();
    await until(page, "document.activeElement?.tagName === 'H1'");
  });

  it('remembers the scheme that was chosen', async () => {
    tab = await openTab(browser, world.url, { colorScheme: 'light' });
    const { page } = tab;
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Use dark colors' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Use light colors' }).waitFor();
    expect(await page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('dark');
  });

  it('serves pages that nobody else can frame or script, and files that never change', async () => {
    tab = await openTab(browser, world.url);
    const page = await fetch(`${world.url}/licenses/1`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'/,
    );
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    expect(html).not.toMatch(/<style|<script(?![^>]* src=)| style=| on\w+=/);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)![1]!;
    const file = await fetch(world.url + script);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    for (const path of ['/api/v1/nothing', '/api', '/healthz/x', '/assets/none-12345678.js', '/.env']) {
      const answer = await fetch(world.url + path, { headers: { accept: 'application/json' } });
      expect({ path, status: answer.status, type: answer.headers.get('content-type') }).toEqual({
        path,
        status: 404,
        type: 'application/problem+json; charset=utf-8',
      });
    }
  });

  it('weighs little before sign-in: at most 200 KB of script (P13)', async () => {
    tab = await openTab(browser, world.url);
    let script = 0;
    tab.page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script') script += Number(answer.headers()['content-length']);
    });
    await tab.page.goto('/sign-in');
    await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await tab.page.waitForLoadState('networkidle');
    expect(script).toBeGreaterThan(50_000);
    // The target is 200 KB; this holds what was reached.
    expect(script).toBeLessThanOrEqual(140_000);
  });
});
