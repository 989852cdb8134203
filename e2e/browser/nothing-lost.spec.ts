import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { heading } from './acme.js';
import { openBrowser, openTab, signIn, type Tab } from './browser.js';

/** What browsers have on https and localhost alone. */
const WITHOUT_SECURE_CONTEXT = `
  delete Crypto.prototype.randomUUID;
  for (const [owner, names] of [
    [Crypto.prototype, ['subtle']],
    [Navigator.prototype, ['clipboard', 'serviceWorker', 'share', 'storage', 'locks']],
  ]) for (const name of names) Object.defineProperty(owner, name, { value: undefined });`;

describe('what people are at work on', () => {
  let world: World;
  let browser: Browser;
  let acme: Api;
  let folder: string;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    world = await World.start();
    folder = mkdtempSync(join(tmpdir(), 'tessera-lost-'));
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    await staffMember(world, admin, 'support-agent', 'agent@vendor.example');
    acme = await owner(
      world,
      'owner@acme.example',
      await orderCode(world, licenses, { companyName: 'Acme GmbH' }),
    );
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    const open = tabs.splice(0);
    await Promise.all(open.map((tab) => tab.context.close()));
    expect(open.map((tab) => tab.complaints)).toEqual(open.map(() => ({ policy: [], errors: [] })));
  });

  const enrolled = async (): Promise<string> => {
    const { code } = await acme.post('/devices/enrollments');
    const options = [
      '--url',
      world.url,
      '--state',
      join(folder, 'device'),
      '--enroll',
      code,
      '--poll',
      '--once',
    ];
    await promisify(execFile)(process.execPath, ['tools/device.mjs', ...options], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return (await acme.get('/devices')).items[0].id;
  };

  const open = async (email: string, before?: string): Promise<Page> => {
    const tab = await openTab(browser, world.url, { acceptDownloads: true });
    tabs.push(tab);
    if (before) await tab.page.addInitScript(before);
    await signIn(tab.page, email, password);
    return tab.page;
  };

  it('is there again after another page, with its files, until it is sent or discarded', async () => {
    const page = await open('owner@acme.example');
    await page.goto('/requests/new?category=portal');
    await page.getByLabel('Subject').fill('Half a question');
    await page.getByLabel('Description').fill('Begun before lunch');
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'x'.repeat(1_000));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByLabel('I agree to share attached files').check();
    await page.getByText('notes.txt').waitFor();
    await page.getByRole('button', { name: 'Send request' }).and(page.locator(':enabled')).waitFor();
    await page.getByRole('link', { name: 'Devices', exact: true }).click();
    await heading(page, 'Devices');
    await page.goBack();
    expect(await page.getByLabel('Subject').inputValue()).toBe('Half a question');
    await page.reload();
    await page.getByText('We have kept what you had written here.').waitFor();
    expect(await page.getByLabel('Description').inputValue()).toBe('Begun before lunch');
    await page.getByRole('button', { name: 'Send request' }).click();
    await heading(page, 'Your request is registered');
    const { items } = await acme.get('/requests');
    const sent = await acme.get(`/requests/${items[0].id}`);
    expect(sent).toMatchObject({ subject: 'Half a question', attachments: [{ fileName: 'notes.txt' }] });
    await page.goto('/requests/new?category=portal');
    expect(await page.getByLabel('Subject').inputValue()).toBe('');
    await page.getByLabel('Subject').fill('Never mind');
    await page.reload();
    await page.getByRole('button', { name: 'Start afresh' }).click();
    expect(await page.getByLabel('Subject').inputValue()).toBe('');
  });

  it('stays with the person, and goes with who signs out', async () => {
    const page = await open('owner@acme.example');
    await page.goto('/requests/new?category=portal');
    await page.getByLabel('Subject').fill('Mine');
    await page.evaluate("fetch('/api/v1/auth/sign-out', { method: 'POST' })");
    await page.reload();
    await signIn(page, 'owner@acme.example', password);
    await page.goto('/requests/new?category=portal');
    expect(await page.getByLabel('Subject').inputValue()).toBe('Mine');
    await page
      .getByRole('button', { name: /Olga|Ada|owner/i })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/sign-in'));
    expect(
      await page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('tessera.draft'))"),
    ).toEqual([]);
  });

  it('keeps the codes of an order until they are saved', async () => {
    const page = await open('licenses@vendor.example');
    await page.goto('/staff/orders/new');
    await page.getByLabel('Company').fill('Initech');
    await page.getByLabel('Product').selectOption({ label: 'Endpoint Shield' });
    await page.getByLabel('Number of codes').fill('3');
    await page.getByRole('button', { name: 'Order', exact: true }).click();
    await heading(page, 'Activation codes');
    const codes = () => page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/).allInnerTexts();
    const first = await codes();
    expect(first).toHaveLength(3);
    await page.getByRole('link', { name: 'Customers', exact: true }).click();
    await heading(page, 'Customers');
    await page.goto('/staff/orders');
    await page.getByText(/have not been saved yet/).waitFor();
    await page.getByRole('link', { name: 'Show the codes' }).click();
    await heading(page, 'Activation codes');
    await page.getByText(first[0]!).waitFor();
    expect(await codes()).toEqual(first);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const saved = join(folder, 'codes.csv');
    await download.saveAs(saved);
    for (const code of first) expect(readFileSync(saved, 'utf8')).toContain(code);
    await page.getByRole('button', { name: 'Another order' }).click();
    await heading(page, 'New order');
    const orders = (await world.api().signIn('licenses@vendor.example', password)) as Api;
    const { items } = await orders.get('/staff/orders');
    expect(items.filter((o: { companyName: string }) => o.companyName === 'Initech')).toHaveLength(1);
  });

  it('goes on with notes after a note, so that none goes to the customer by mistake', async () => {
    const { id } = await acme.post('/requests', { category: 'portal', subject: 'Note', description: 'x' });
    const page = await open('agent@vendor.example');
    await page.goto(`/staff/requests/${id}`);
    await page.getByRole('radio', { name: 'Internal note' }).check();
    await page.getByRole('textbox', { name: /note/i }).fill('Between us');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('Between us').waitFor();
    expect(await page.getByRole('radio', { name: 'Internal note' }).isChecked()).toBe(true);
    await page.keyboard.press('n');
    await page.keyboard.type('And this');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('And this').waitFor();
    expect((await acme.get(`/requests/${id}/messages`)).items).toEqual([]);
  });

  it('says without a connection what is missing, and opens the page when it is back', async () => {
    const page = await open('owner@acme.example');
    const { context } = tabs.at(-1)!;
    const requests = page.getByRole('link', { name: 'Requests', exact: true });
    await requests.waitFor();
    await context.setOffline(true);
    await requests.click();
    await page.getByText('This page opens as soon as you are online again.').waitFor();
    await context.setOffline(false);
    await heading(page, 'Requests');
    // The browser itself complains of the file that it could not load, and of nothing else.
    const { errors } = tabs.at(-1)!.complaints;
    expect(errors.splice(0).filter((error) => !/dynamically imported module/.test(error))).toEqual([]);
  });

  it('works where browsers have no secure context: files, copies, commands', async () => {
    const page = await open('owner@acme.example', WITHOUT_SECURE_CONTEXT);
    expect(
      await page.evaluate('crypto.randomUUID ?? crypto.subtle ?? navigator.clipboard ?? null'),
    ).toBeNull();
    await page.goto('/requests/new?category=portal');
    await page.getByLabel('Subject').fill('By plain http');
    await page.getByLabel('Description').fill('x');
    await page.locator('input[type=file]').setInputFiles(join(folder, 'notes.txt'));
    await page.getByText('notes.txt').waitFor();
    await page.getByRole('button', { name: 'Send request' }).and(page.locator(':enabled')).click();
    await heading(page, 'Your request is registered');
    await page.getByRole('button', { name: /^Copy/ }).click();
    await page.getByText(/copied$/).waitFor();
    const { items } = await acme.get('/requests');
    expect(items[0]).toMatchObject({ subject: 'By plain http' });
    const id = await enrolled();
    await page.goto(`/devices/${id}`);
    await page.getByRole('button', { name: 'Quick scan', exact: true }).click();
    await page.getByText('Quick scan', { exact: true }).nth(1).waitFor();
    expect((await acme.get(`/devices/${id}/commands`)).items).toMatchObject([{ kind: 'quick_scan' }]);
  });
});
