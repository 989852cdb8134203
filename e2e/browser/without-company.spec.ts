import type { Browser, Page } from 'playwright-core';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, password, registration, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { heading, shoot } from './acme.js';
import { accessibility, openBrowser, openTab, overflows, signIn, type Tab } from './browser.js';

/** People who have an account and no company, and people who were invited for a device alone. */
describe('accounts without a company', () => {
  let world: World;
  let browser: Browser;
  let licenses: Api;
  let agent: Api;
  let tab: Tab;
  let page: Page;

  beforeAll(async () => {
    world = await World.start();
    const admin = await bootstrapAdmin(world);
    licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    agent = await staffMember(world, admin, 'support-agent', 'agent@vendor.example');
    browser = await openBrowser();
  });
  afterEach(async () => {
    await tab.context.close();
    expect(tab.complaints).toEqual({ policy: [], errors: [] });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const open = async (email: string) => {
    tab = await openTab(browser, world.url);
    page = tab.page;
    await signIn(page, email, password);
  };
  const check = async () => expect([await accessibility(page), await overflows(page)]).toEqual([[], false]);

  it('ask support, and found a company with a license later', async () => {
    const email = 'alone@nowhere.example';
    await world.api().post('/auth/register', registration(email));
    await world.api().post('/auth/activate', { token: await world.mail.token(email), password });
    await open(email);
    await page.getByText('Your account is in no company yet').waitFor();
    await check();
    await page.getByRole('link', { name: 'Contact support' }).click();
    await page.getByLabel('Subject').fill('My code was refused');
    await page.getByLabel('Description').fill('What shall I do?');
    expect(await page.getByLabel('Category').locator('option').allInnerTexts()).toHaveLength(1);
    await page.getByRole('button', { name: 'Send request' }).click();
    await heading(page, 'Your request is registered');
    const { items } = await agent.get('/staff/requests');
    expect(items[0]).toMatchObject({ subject: 'My code was refused', company: { personal: true } });
    await page.goto('/requests');
    await page.getByRole('link', { name: 'My code was refused' }).waitFor();

    await page.goto('/licenses');
    await page.getByRole('link', { name: 'Set up your company' }).click();
    await heading(page, 'Set up your company');
    await check();
    await shoot(page, 'found-company');
    await page.getByRole('button', { name: 'Set up company' }).click();
    await page.getByText('Enter your company name.').waitFor();
    await page.getByLabel('Company name').fill('Initech GmbH');
    const code = await orderCode(world, licenses, { companyName: 'Initech GmbH' });
    await page.getByRole('textbox', { name: 'Activation code' }).fill(code);
    await page.getByRole('button', { name: 'Set up company' }).click();
    await page.getByText('Initech GmbH is set up.').waitFor();
    await page.getByRole('link', { name: 'Licenses', exact: true }).click();
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).waitFor();
    await page.goto('/requests');
    await page.getByRole('link', { name: 'My code was refused' }).waitFor();
  });

  it('[CON-08] sees nothing of the company that has invited for a device alone', async () => {
    const acme = await owner(
      world,
      'owner@acme.example',
      await orderCode(world, licenses, { companyName: 'Acme GmbH' }),
    );
    const email = 'phone@acme.example';
    await acme.post('/company/invitations', { email, purpose: 'device' });
    await world.api().post('/auth/invitations/accept', {
      token: await world.mail.token(email, 'accept-invitation'),
      firstName: 'Pia',
      lastName: 'Phone',
      country: 'DE',
      password,
      acceptTerms: true,
      acceptPrivacy: true,
    });
    await open(email);
    await page.getByText('You take part with a device').waitFor();
    await check();
    const links = await page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link')
      .allInnerTexts();
    expect(links.map((text) => text.trim())).toEqual(['Overview']);
    for (const path of ['/licenses', '/devices', '/requests', '/people', '/company/new']) {
      await page.goto(path);
      await heading(page, 'Page not found');
    }
    await page.goto('/profile');
    await page.getByLabel('First name').waitFor();
  });
});
