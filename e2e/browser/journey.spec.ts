import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { accessibility, openBrowser, openTab, overflows, signIn, type Tab } from './browser.js';
import { drop, press, settled, words, write } from './person.js';

/** What a device, the bus and the live stream need together. */
const PATIENCE = { timeout: 30_000 };

/** The whole journey as people go it: by mouse, without one, and on a phone from right to left. */
describe('the journey', () => {
  const olga = 'olga@acme.example';
  const state = mkdtempSync(join(tmpdir(), 'tessera-journey-'));
  let world: World;
  let browser: Browser;
  let licenses: Api;
  let device: ChildProcess | undefined;
  let code: string;
  let agent: Page;
  let page: Page;
  const tabs: Tab[] = [];

  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const tab = await openTab(browser, world.url, options);
    tabs.push(tab);
    return tab.page;
  };
  const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  /** Opens the link of a mail, on the host that the test uses. */
  const openMailed = async (at: Page, email: string, path: string) =>
    at.goto(`/${path}#token=${await world.mail.token(email, path)}`);
  const newest = () =>
    page.getByRole('list', { name: 'Commands, the newest first' }).getByRole('listitem').first();

  beforeAll(async () => {
    world = await World.start();
    const admin = await bootstrapAdmin(world);
    licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    await staffMember(world, admin, 'support-agent', 'agent@vendor.example');
    browser = await openBrowser();
    page = await open();
  });
  afterEach(() => {
    for (const { complaints } of tabs) expect(complaints).toEqual({ policy: [], errors: [] });
  });
  afterAll(async () => {
    device?.kill('SIGTERM');
    while (device && device.exitCode === null && device.signalCode === null) await sleep(20);
    await browser?.close();
    await world?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  describe('by mouse', () => {
    it('begins with an order, which gives a code', async () => {
      const staff = await open();
      await signIn(staff, 'licenses@vendor.example', password);
      await staff.getByRole('link', { name: 'New order' }).click();
      await staff.getByLabel('Company').fill('Acme GmbH');
      await staff.getByLabel('Product').selectOption({ label: 'Endpoint Shield' });
      await staff.getByRole('button', { name: 'Order', exact: true }).click();
      code = await staff.getByText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/).innerText();
      await staff.context().close();
    });

    it('[IDC-011][IDC-017] registers with the code, chooses a password by the mailed link, and signs in', async () => {
      await page.goto('/');
      await link('Create one').click();
      await page.getByLabel('First name').fill('Olga');
      await page.getByLabel('Last name').fill('Acker');
      await page.getByLabel('E-mail address').fill(olga);
      await page.getByLabel('Country').selectOption({ label: 'Germany' });
      await page.getByLabel('Company').fill('Acme GmbH');
      await page.getByLabel('Activation code', { exact: true }).fill(code.toLowerCase());
      await page.getByLabel('I have read the terms of use').check();
      await page.getByLabel('I have read the privacy policy').check();
      await button('Create account').click();
      await title('Check your inbox');
      await openMailed(page, olga, 'activate');
      await page.getByLabel('New password', { exact: true }).fill(password);
      await page.getByLabel('Repeat password').fill(password);
      await button('Set password').click();
      await page.getByText('Your account is ready').waitFor();
      await signIn(page, olga, password);
      await button('Olga Acker').waitFor();
    });

    it('[LIC-061][LIC-064] adds a license, and finds its key file where it looks first', async () => {
      const more = await orderCode(world, licenses, { companyName: 'Acme GmbH', product: 'Mobile Shield' });
      await link('Licenses').click();
      await link('Add license').click();
      await page.getByLabel('Activation code', { exact: true }).fill(more.replaceAll('-', ' '));
      await button('Add license').click();
      await title('Mobile Shield');
      await link('All licenses').click();
      const row = page.getByRole('row').filter({ hasText: 'Endpoint Shield' });
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        row.getByRole('link', { name: /^Download .*\.key$/ }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/\.key$/);
      expect(readFileSync(await file.path(), 'utf8')).toMatch(/^-----BEGIN TESSERA KEY FILE-----$/m);
    });

    it('[IDC-075][IDC-076] invites a colleague, who accepts and sees what the company has', async () => {
      await link('People').click();
      await page.getByLabel('E-mail address').fill('udo@acme.example');
      await button('Send invitation').click();
      await page.getByText('The invitation is on its way').waitFor();
      const other = await open();
      await openMailed(other, 'udo@acme.example', 'accept-invitation');
      await other.getByLabel('First name').fill('Udo');
      await other.getByLabel('Last name').fill('Auer');
      await other.getByLabel('Country').selectOption({ label: 'Germany' });
      await other.getByLabel('New password', { exact: true }).fill(password);
      await other.getByLabel('Repeat password').fill(password);
      await other.getByLabel('I have read the terms of use').check();
      await other.getByLabel('I have read the privacy policy').check();
      await other.getByRole('button', { name: 'Create account' }).click();
      await other.getByText('Welcome!').waitFor();
      await signIn(other, 'udo@acme.example', password);
      await other.getByRole('link', { name: 'Licenses', exact: true }).click();
      await other.getByRole('link', { name: 'Endpoint Shield', exact: true }).waitFor();
      await other.context().close();
      // Live, where the invitation was written.
      await page.getByText('Accepted', { exact: true }).waitFor(PATIENCE);
    });

    it('[DEV-001][DEV-030] connects a device by a code, has it scanned, and sees live what came of it', async () => {
      await link('Devices').click();
      await link('Connect a device').click();
      await button('Make a code').click();
      const enrollment = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).innerText();
      const named = ['--url', world.url, '--state', state, '--name', 'Laptop of Olga', '--scan-seconds', '2'];
      device = spawn(process.execPath, ['tools/device.mjs', ...named, '--enroll', enrollment], {
        stdio: 'ignore',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      await page.getByText('Laptop of Olga has joined.').waitFor(PATIENCE);
      await page.getByRole('link', { name: /^Open the device/ }).click();
      await title('Laptop of Olga');
      await button('Quick scan').click();
      await newest()
        .getByRole('progressbar')
        .waitFor({ state: 'attached', ...PATIENCE });
      await newest().getByText('812 objects scanned.').waitFor(PATIENCE);
    });

    it('[SUP-044][SUP-046] asks support, with a file dropped onto the page', async () => {
      await link('Create request').click();
      await page.getByLabel('Product group').selectOption({ index: 1 });
      await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Endpoint Shield' });
      await page.getByLabel('Subject').fill('The scan is slow');
      await page.getByLabel('Description').fill('It takes an hour.');
      await drop(page.getByRole('group', { name: /^Drop files here/ }), 'trace.log', 'slow\n');
      await page.getByLabel('I agree to share attached files').check();
      await page.getByText('has arrived').waitFor();
      await button('Send request').click();
      await title('Your request is registered');
      await link('Open the request').click();
      await link('trace.log').waitFor();
    });

    it('[SUP-063][SUP-071] gets an answer while it looks at the request, and closes it', async () => {
      agent = await open();
      await signIn(agent, 'agent@vendor.example', password);
      await agent.getByRole('link', { name: 'The scan is slow' }).click();
      await agent.getByRole('link', { name: 'trace.log' }).waitFor();
      await agent.getByLabel('Reply to customer').fill('Please update to 12.6.');
      await agent.getByLabel('Then set status to').selectOption({ label: 'Solution provided' });
      await agent.getByRole('button', { name: 'Send answer' }).click();
      await page.getByText('Please update to 12.6.').waitFor();
      await page.getByText('Solution provided').first().waitFor();
      await button('Close request').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Close request' }).click();
      await page.getByRole('heading', { name: 'This request is finished' }).waitFor();
    });
  });

  it('goes the same way without a mouse', async () => {
    await page.context().close();
    page = await open();
    // A link that leads deep into the portal leads there after the sign-in, too.
    await page.goto('/licenses?status=not_activated');
    await write(page, page.getByLabel('E-mail address'), olga);
    await write(page, page.getByLabel('Password', { exact: true }), `${password}\n`);
    await button('Olga Acker').waitFor();

    const more = await orderCode(world, licenses, {
      companyName: 'Acme GmbH',
      product: 'Endpoint Shield EDR',
    });
    await title('Licenses');
    await press(page, button('Blocked'));
    await page.getByText('No licenses with this status.').waitFor();
    await press(page, button('Show all licenses'));
    await press(page, link('Add license'));
    await write(page, page.getByLabel('Activation code', { exact: true }), `${more}\n`);
    await title('Endpoint Shield EDR');

    await page.keyboard.type('gl');
    await title('Licenses');
    await page.keyboard.type('gd');
    await press(page, link('Laptop of Olga'));
    await press(page, button('Update databases'));
    await newest().getByText('Done', { exact: true }).waitFor(PATIENCE);

    await page.keyboard.type('c');
    await title('Create request');
    await press(page, page.getByLabel('Product group'), 'ArrowDown');
    await press(page, page.getByLabel('Product', { exact: true }), 'ArrowDown');
    await write(page, page.getByLabel('Subject'), 'By keyboard');
    await write(page, page.getByLabel('Description'), 'Every step of it.');
    const chooser = page.waitForEvent('filechooser');
    await press(page, button('Choose files'));
    await (
      await chooser
    ).setFiles({ name: 'keys.log', mimeType: 'text/plain', buffer: Buffer.from('tab\n') });
    await page.getByText('has arrived').waitFor();
    await press(page, button('Send request'));
    await press(page, link('Open the request'));
    await page.getByRole('heading', { name: 'Write to support' }).waitFor();

    await agent.keyboard.type('u');
    await agent.getByRole('link', { name: 'By keyboard' }).waitFor(PATIENCE);
    await agent.keyboard.type('j');
    await agent.keyboard.press('Enter');
    await agent.getByRole('heading', { level: 1, name: 'By keyboard' }).waitFor();
    await agent.getByLabel('Reply to customer').waitFor();
    await agent.keyboard.type('r');
    await agent.keyboard.type('Well typed.');
    await press(agent, agent.getByRole('button', { name: 'Send answer' }));
    await page.getByText('Well typed.').waitFor();

    await press(page, button('Close request'));
    const dialog = page.getByRole('dialog');
    await press(page, dialog.getByRole('button', { name: 'Close request' }));
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'This request is finished' }).waitFor();
    await press(page, link('Continue in a new request'));
    await title('Create request');
    await page.keyboard.type('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Go to: Devices').waitFor();
  });

  it('goes the same way on a phone of 320 pixels, in Arabic and from right to left', async () => {
    const amal = 'amal@globex.example';
    const [auth, shell, lists, requests] = ['auth', 'shell', 'licenses', 'requests'].map((area) =>
      words(area, 'ar'),
    ) as [Words, Words, Words, Words];
    const fits = async () => {
      await settled(page);
      expect([page.url(), await overflows(page)]).toEqual([page.url(), false]);
    };
    const sound = async () => {
      await fits();
      expect(await accessibility(page)).toEqual([]);
    };
    const follow = (name: string) =>
      page
        .getByRole('navigation', { name: shell('layout.navigation') })
        .getByRole('link', { name })
        .click();
    await page.context().close();
    page = await open({ locale: 'ar-AE', viewport: { width: 320, height: 640 } });
    const own = await orderCode(world, licenses, { companyName: 'شركة الأمل' });

    await page.goto('/');
    await page.locator('html[dir=rtl][lang=ar]').waitFor();
    await fits();
    await link(auth('signIn.register')).click();
    await page.getByLabel(auth('field.firstName')).fill('أمل');
    await page.getByLabel(auth('field.lastName')).fill('Haddad');
    await page.getByLabel(auth('field.email')).fill(amal);
    await page.getByLabel(auth('field.country')).selectOption('AE');
    await page.getByLabel(auth('field.company')).fill('شركة الأمل');
    await page.getByLabel(words('ui', 'ar')('code.label'), { exact: true }).fill(own);
    await page.getByLabel(auth('consent.terms')).check();
    await page.getByLabel(auth('consent.privacy')).check();
    await sound();
    await button(auth('register.submit')).click();
    await title(auth('register.sent'));
    await fits();

    await openMailed(page, amal, 'activate');
    await page.getByLabel(auth('field.newPassword'), { exact: true }).fill(password);
    await page.getByLabel(auth('field.repeated')).fill(password);
    await fits();
    await button(auth('activate.submit')).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: auth('signIn.title') })
      .click();
    await page.getByLabel(auth('field.email')).fill(amal);
    await page.getByLabel(auth('field.password'), { exact: true }).fill(password);
    await button(auth('signIn.submit')).click();
    await title(words('home', 'ar')('title'));
    await fits();

    await follow(lists('list.title'));
    await link('Endpoint Shield').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('main')
        .getByRole('link')
        .filter({ hasText: lists('keyFiles.download') })
        .click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.key$/);
    await fits();

    await link(requests('create')).click();
    await page.getByLabel(requests('field.group')).selectOption({ index: 1 });
    await page
      .getByLabel(requests('field.product'), { exact: true })
      .selectOption({ label: 'Endpoint Shield' });
    await page.getByLabel(requests('field.subject')).fill('الفحص بطيء');
    await page.getByLabel(requests('field.description')).fill('يستغرق ساعة.');
    await sound();
    await button(requests('new.send')).click();
    await title(requests('sent.title'));
    await fits();
    await link(requests('sent.open')).click();

    const staff = await world.api().signIn('agent@vendor.example', password);
    const { items } = (await staff.get('/staff/requests')) as { items: { id: string; subject: string }[] };
    const { id } = items.find(({ subject }) => subject === 'الفحص بطيء')!;
    await page.getByText('يستغرق ساعة.').waitFor();
    await staff.post(`/staff/requests/${id}/messages`, {
      text: 'ثبّت الإصدار 12.6.',
      status: 'awaiting_reply',
    });
    await page.getByText('ثبّت الإصدار 12.6.').waitFor();
    await page.getByLabel(requests('answer.text')).fill('شكرًا');
    await button(requests('answer.send')).click();
    await page.getByRole('article').getByText('شكرًا').waitFor();
    await sound();
    await button(requests('close.label')).click();
    await sound();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: requests('close.label') })
      .click();
    await page.getByRole('heading', { name: requests('final.title') }).waitFor();
    await fits();
  });
});

type Words = ReturnType<typeof words>;
