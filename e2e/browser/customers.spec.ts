import type { Browser, Page } from 'playwright-core';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { heading, shoot } from './acme.js';
import { accessibility, openBrowser, openTab, overflows, signIn, type Tab } from './browser.js';

describe('customers in the staff console', () => {
  let world: World;
  let browser: Browser;
  let acme: Api;
  let tab: Tab;
  let page: Page;

  beforeAll(async () => {
    world = await World.start();
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    await staffMember(world, admin, 'support-agent', 'agent@vendor.example');
    const code = (companyName: string) => orderCode(world, licenses, { companyName });
    acme = await owner(world, 'owner@acme.example', await code('Acme GmbH'));
    await owner(world, 'owner@globex.example', await code('Globex AG'), {
      companyName: 'Globex AG',
      country: 'CH',
    });
    browser = await openBrowser();
    tab = await openTab(browser, world.url);
    page = tab.page;
    await signIn(page, 'licenses@vendor.example', password);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** Nothing wrong with what is shown, and nothing that the browser complained of. */
  const check = async () => {
    expect(await accessibility(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(tab.complaints).toEqual({ policy: [], errors: [] });
  };
  const shown = (name: string) => page.getByRole('link', { name, exact: true });
  const statusOfLicense = async () =>
    ((await acme.get('/licenses')) as { items: { status: string }[] }).items[0]!.status;

  it('are beside pages that do not exist for this role, and the profile says which that is', async () => {
    for (const path of ['/staff/people', '/staff/requests']) {
      await page.goto(path);
      await heading(page, 'Page not found');
    }
    await page.goto('/profile');
    const role = page.getByRole('region', { name: 'Your role' });
    await role.getByText('License administrator').waitFor();
  });

  it('are found by keyboard, by a part of the name, an address or the country', async () => {
    await shown('Customers').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await heading(page, 'Customers');
    await shown('Acme GmbH').waitFor();
    await shown('Globex AG').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('LOBE');
    await shown('Acme GmbH').waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: '1 customer' }).waitFor();
    expect(new URL(page.url()).search).toBe('?search=LOBE');
    await page.getByLabel('Company name or e-mail address').fill('owner@acme');
    await shown('Acme GmbH').waitFor();
    await shown('Globex AG').waitFor({ state: 'detached' });
    await page.getByLabel('Country').selectOption('CH');
    await page.getByText('No customer matches').waitFor();
    await check();
    await page.getByLabel('Country').selectOption('');
    await shown('Acme GmbH').focus();
    await page.keyboard.press('Enter');
    await heading(page, 'Acme GmbH');
  });

  it('show who they are, and their licenses with the code masked', async () => {
    const people = page.getByRole('table', { name: 'People' });
    await people.getByRole('cell', { name: 'owner@acme.example' }).waitFor();
    const table = page.getByRole('table', { name: 'Licenses' });
    await table.getByText(/^\*{5}-\*{5}-\*{5}-[0-9A-Z]{5}$/).waitFor();
    await table.getByText('Not activated').waitFor();
    // The queue is not for license administrators.
    expect(await page.getByRole('heading', { name: 'Requests' }).count()).toBe(0);
    await shoot(page, 'customer');
    await check();
  });

  it('have a license blocked for a reason, after it is said what that means, and unblocked again', async () => {
    await page.getByRole('button', { name: /^Block Endpoint Shield \(/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('stop at their next check').waitFor();
    await dialog.getByRole('button', { name: 'Block license' }).click();
    await dialog.getByText('Enter a reason.').waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('reason');
    await check();
    await page.keyboard.type('The code was published.');
    await dialog.getByRole('button', { name: 'Block license' }).click();
    await dialog.waitFor({ state: 'detached' });
    const table = page.getByRole('table', { name: 'Licenses' });
    await table.getByText('Blocked', { exact: true }).waitFor();
    await table.getByText('The code was published.').waitFor();
    expect(await statusOfLicense()).toBe('blocked');
    await shoot(page, 'blocked');
    await check();

    await page.getByRole('button', { name: /^Unblock Endpoint Shield \(/ }).click();
    await dialog.getByLabel('Reason').fill('Another code, we were wrong.');
    await dialog.getByRole('button', { name: 'Unblock license' }).click();
    await table.getByText('Not activated').waitFor();
    expect(await statusOfLicense()).toBe('not_activated');
  });

  it('lead support to their requests and back, and offer it no block', async () => {
    const asked = (await acme.post('/requests', {
      category: 'portal',
      subject: 'How do I add a branch?',
      description: 'We open an office in Graz.',
    })) as { number: string };
    const customer = new URL(page.url()).pathname;
    tab = await openTab(browser, world.url);
    page = tab.page;
    await signIn(page, 'agent@vendor.example', password);
    await page.goto(customer);
    await page.getByText(asked.number).waitFor();
    await page.getByRole('table', { name: 'Licenses' }).getByText('Not activated').waitFor();
    expect(await page.getByRole('button', { name: /block/i }).count()).toBe(0);
    await check();
    await page.getByRole('link', { name: 'How do I add a branch?' }).click();
    await heading(page, 'How do I add a branch?');
    await page.getByRole('link', { name: 'Acme GmbH' }).click();
    await heading(page, 'Acme GmbH');
  });
});
