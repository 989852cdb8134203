import type { Browser, Page } from 'playwright-core';
import { bootstrapAdmin, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { accessibility, openBrowser, until } from './browser.js';
import { Tabs } from './tabs.js';

/** Forms before sign-in: what they say of faults, without a connection, and to who has no mouse. */
describe('the forms before sign-in', () => {
  let world: World;
  let browser: Browser;
  let tabs: Tabs;

  beforeAll(async () => {
    world = await World.start();
    browser = await openBrowser();
    tabs = new Tabs(browser, world.url);
    const admin = await bootstrapAdmin(world);
    await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
  });
  afterEach(async () => {
    expect(await tabs.close()).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it('keeps what was typed when something is missing, and goes to the first fault', async () => {
    const page = await tabs.add();
    await page.goto('/register');
    await page.getByLabel('First name').fill('Olga');
    await page.getByRole('button', { name: 'Create account' }).click();
    await until(page, "document.activeElement?.getAttribute('name') === 'lastName'");
    expect(await page.getByLabel('First name').inputValue()).toBe('Olga');
    expect(await page.getByText('You need to accept this to create an account.').count()).toBe(2);
  });

  it('says one and the same of an unknown address and a wrong password', async () => {
    const page = await tabs.add();
    const say = async (email: string) => {
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('Wrong-2026!pass');
      await page.getByRole('button', { name: 'Sign in' }).click();
      return page.getByRole('main').getByRole('alert').innerText();
    };
    expect(await say('olga@acme.example')).toBe(await say('nobody@nowhere.example'));
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('nobody@nowhere.example');
  });

  it('says when there is no connection, and sends when there is one again', async () => {
    const page = await tabs.add();
    await page.goto('/forgot-password');
    await page.getByLabel('E-mail address').fill('olga@acme.example');
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.getByText('No connection to the server.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.getByText('If there is an account').waitFor();
  });

  it('is done with the keyboard alone', async () => {
    const page = await tabs.add();
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('E-mail address');
    await page.keyboard.type('licenses@vendor.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    // The vendor's people begin in their own console.
    await page.waitForURL('**/staff**');
    await page.getByRole('button', { name: 'Sam Staff' }).waitFor();
    // A page that has come takes the focus to its heading, which may be after its frame is there.
    await until(page, "document.activeElement?.tagName === 'H1'");
    for (let tabs = 0; (await focused(page)) !== 'Sam Staff' && tabs < 15; tabs++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Sign out');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in');
  });

  it('keeps a dialog’s focus inside it and gives it back', async () => {
    const page = await tabs.add();
    await page.goto('/sign-in');
    const link = page.getByRole('button', { name: 'English' });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Language' }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    for (let tabs = 0; tabs < 8; tabs++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement.closest('[role=dialog]') !== null")).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until(page, "document.activeElement?.textContent === 'English'");
  });
});

/** The name of what has the focus, as a screen reader would say it, as far as this page needs it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    '(e => e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent ?? e.textContent)(document.activeElement)',
  );
