import type { Page } from 'playwright-core';
import { password } from '../world/people.js';
import { Acme } from './acme.js';
import { accessibility, until } from './browser.js';

/** Sessions end and connections break while somebody works; what was typed and what was meant stay. */
describe('the portal over ends and breaks', () => {
  let acme: Acme;

  beforeAll(async () => {
    acme = await Acme.start();
  });
  afterEach(async () => {
    expect(await acme.close()).toEqual([]);
  });
  afterAll(() => acme?.stop());

  /** An invitation, filled in but not sent. */
  const fillInvitation = async (page: Page, email: string) => {
    await page.goto('/people');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('manage licenses').check();
  };
  const invited = async (email: string) => {
    const { items } = (await acme.api.get('/company/invitations')) as { items: Invitation[] };
    return items.filter((one) => one.email === email).map((one) => one.rights);
  };
  const send = (page: Page) => page.getByRole('button', { name: 'Send invitation' }).click();

  it('keeps a form over the end of the session, and sends it after the new sign-in', async () => {
    const page = await acme.open();
    await fillInvitation(page, 'late@acme.example');
    await page.context().clearCookies({ name: 'sid' });
    await send(page);
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    expect(await accessibility(page)).toEqual([]);
    expect(await dialog.getByLabel('E-mail').inputValue()).toBe(Acme.owner);
    await until(page, "document.activeElement?.getAttribute('name') === 'password'");
    await page.keyboard.type('Wrong-2026!pass');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('The invitation is on its way to late@acme.example').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await invited('late@acme.example')).toEqual([['licenses.manage']]);
  });

  it('asks once, however many requests met the end of the session, and shows the page then', async () => {
    const page = await acme.open();
    await page.goto('/licenses');
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).waitFor();
    await page.context().clearCookies({ name: 'sid' });
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('region', { name: /^New notifications/ }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('keeps a form over a lost connection, and does nothing twice when it was done but not answered', async () => {
    const page = await acme.open();
    await fillInvitation(page, 'twice@acme.example');
    // The request arrives; its answer does not.
    await page.route('**/api/v1/company/invitations', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await send(page);
    await page.getByText('No connection to the server.').waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('twice@acme.example');
    await page.unrouteAll();
    await send(page);
    await page.getByText('The invitation is on its way to twice@acme.example').waitFor();
    expect(await invited('twice@acme.example')).toEqual([['licenses.manage']]);
    const mails = await acme.world.mail.all('twice@acme.example');
    expect(mails).toHaveLength(1);
  });

  it('shows after a break what has changed meanwhile', async () => {
    const page = await acme.open();
    await page.goto('/licenses');
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await acme.api.post('/licenses', { activationCode: await acme.order({ product: 'Mobile Shield' }) });
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Mobile Shield', exact: true }).waitFor({ timeout: 30_000 });
  });

  it('opens a link to a page inside after the sign-in, with what the link says', async () => {
    const page = await acme.open();
    await page.context().clearCookies();
    await page.goto('/notifications?from=mail');
    await page.waitForURL('**/sign-in?next=%2Fnotifications%3Ffrom%3Dmail');
    await page.getByText('Sign in to continue').waitFor();
    await page.getByLabel('E-mail address').fill(Acme.owner);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/notifications?from=mail');
    await page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor();
    await page.goBack();
    expect(page.url()).not.toContain('/sign-in');
  });

  it('shows of other companies and of staff’s pages nothing, not even that they are there', async () => {
    const page = await acme.open();
    for (const path of ['/staff/requests', '/staff/people', '/no-such-page']) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    }
  });
});

interface Invitation {
  email: string;
  rights: string[];
}
