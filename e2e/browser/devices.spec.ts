import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { accessibility, openBrowser, openTab, overflows, signIn, type Tab } from './browser.js';

/** A page that notices something by itself may have to wait for the device, the bus and the live stream. */
const PATIENCE = { timeout: 30_000 };

/** A person's devices in the portal, with a simulated device at the other end. */
describe('the portal: devices', () => {
  const ownerMail = 'owner@acme.example';
  const state = mkdtempSync(join(tmpdir(), 'tessera-device-'));
  let world: World;
  let browser: Browser;
  let acme: Api;
  let tab: Tab;
  let page: Page;
  let devicePath: string;
  let simulator: ChildProcess | undefined;

  const run = (...more: string[]) => {
    const named = ['--url', world.url, '--state', state, '--name', 'Laptop of Olga', '--scan-seconds', '3'];
    simulator = spawn(process.execPath, ['tools/device.mjs', ...named, ...more], {
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  };
  const stop = async () => {
    simulator?.kill('SIGTERM');
    while (simulator && simulator.exitCode === null && simulator.signalCode === null) await sleep(20);
  };
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const newest = () =>
    page.getByRole('list', { name: 'Commands, the newest first' }).getByRole('listitem').first();
  const says = (text: string | RegExp) => page.getByText(text).first().waitFor(PATIENCE);

  beforeAll(async () => {
    world = await World.start();
    browser = await openBrowser();
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    acme = await owner(world, ownerMail, await orderCode(world, licenses, { companyName: 'Acme GmbH' }));
    tab = await openTab(browser, world.url);
    page = tab.page;
    await signIn(page, ownerMail, password);
  });
  afterEach(() => {
    // Whatever else a test is about: no page breaks the content security policy, and no script fails.
    expect(tab.complaints).toEqual({ policy: [], errors: [] });
  });
  afterAll(async () => {
    await stop();
    await browser?.close();
    await world?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  it('[DEV-001] connects one by a code, and notices by itself when it has joined', async () => {
    await page.goto('/devices');
    await says('No devices connected yet.');
    await page.getByRole('link', { name: 'Connect a device' }).click();
    await button('Make a code').click();
    const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).innerText();
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    await says(/Waiting for the device/);
    expect(await accessibility(page)).toEqual([]);

    const link = new URL(await page.getByText(/\/enroll#code=/).innerText());
    const phone = await openTab(browser, world.url, { viewport: { width: 320, height: 640 } });
    await phone.page.goto(link.pathname + link.hash);
    await phone.page.getByText(code).waitFor();
    expect([await accessibility(phone.page), await overflows(phone.page)]).toEqual([[], false]);
    await phone.context.close();

    run('--enroll', code, '--databases-age', '30');
    await says('Laptop of Olga has joined.');
    await page.getByRole('link', { name: 'Open the device Laptop of Olga' }).click();
    await page.getByRole('heading', { level: 1, name: 'Laptop of Olga' }).waitFor();
    devicePath = new URL(page.url()).pathname;
  });

  it('[DEV-027][DEV-035] says why it is yellow and what helps, and does what helps', async () => {
    const reasons = page.getByRole('list', { name: 'Reasons for this status' });
    await reasons.getByText('The databases are more than a day old').waitFor(PATIENCE);
    expect(await reasons.innerText()).toMatch(/What to do: .*Update the databases/);
    for (const fact of ['Installed', 'Connected to the account'])
      await page.getByRole('columnheader', { name: fact }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    await reasons.getByRole('button', { name: 'Update databases' }).click();
    await newest().getByRole('progressbar').waitFor(PATIENCE);
    await newest().getByText('Done', { exact: true }).waitFor(PATIENCE);
    await says('Everything is fine. Nothing to do.');
  });

  it('[DEV-030][EDG-010] runs a quick scan with its promise, its progress and every step', async () => {
    await button('Quick scan').click();
    await newest().getByText('Quick scan', { exact: true }).waitFor(PATIENCE);
    await newest()
      .getByText(/Result by .* at the latest\./)
      .waitFor(PATIENCE);
    await newest().getByText('812 objects scanned.').waitFor(PATIENCE);
    await newest().getByText('Details').click();
    const steps = await newest().getByRole('listitem').allInnerTexts();
    expect(steps.map((step) => step.split(' · ')[0]!.trim())).toEqual([
      'Waiting for the device',
      'Delivered',
      'Running',
      'Done',
    ]);
  });

  it('[DEV-032] cancels a full scan that is running', async () => {
    await button('Full scan').click();
    await newest().getByText('Running', { exact: true }).first().waitFor(PATIENCE);
    await button('Cancel Full scan').click();
    await newest().getByText('Cancelled', { exact: true }).first().waitFor(PATIENCE);
  });

  it('[DEV-026] keeps a command for a device that is offline', async () => {
    await stop();
    await says('Offline: commands run when the device is back online.');
    await button('Quick scan').click();
    await newest()
      .getByText(/^Delivered by .*, or not at all\./)
      .waitFor(PATIENCE);
    run();
    await newest().getByText('812 objects scanned.').waitFor(PATIENCE);
  });

  it('[DEV-009] renames it where it stands; who was slower sees the other name and decides', async () => {
    const rename = async (name: string) => {
      await button('Rename the device').click();
      await page.getByLabel('Name', { exact: true }).fill(name);
    };
    await rename('Notebook');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Notebook' }).waitFor();
    expect(await button('Rename the device').evaluate((node) => node.matches(':focus'))).toBe(true);

    await rename('Mine');
    const etag = (await acme.send('GET', devicePath)).headers.get('etag')!;
    await acme.patch(devicePath, { name: 'Theirs' }, { 'if-match': etag });
    await button('Save').click();
    await says('It is now called “Theirs”. Your name has not been saved yet.');
    expect(await accessibility(page)).toEqual([]);
    await button('Use my name').click();
    await page.getByRole('heading', { level: 1, name: 'Mine' }).waitFor();
    expect((await acme.get(devicePath)).name).toBe('Mine');
  });

  it('[DEV-006][DEV-008] finds it by name and by status, as tiles or as a list, which is remembered', async () => {
    await page.getByRole('link', { name: 'Devices', exact: true }).click();
    await page.getByRole('list', { name: 'Devices' }).getByRole('link', { name: 'Mine' }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    await button('List').click();
    await page.reload();
    await page.getByRole('table', { name: 'Devices' }).getByRole('link', { name: 'Mine' }).waitFor();
    const search = page.getByRole('searchbox', { name: 'Find a device by its name' });
    await search.pressSequentially('Other');
    await says('No device matches. Try another word, or show all.');
    expect(await search.evaluate((node) => node.matches(':focus'))).toBe(true);
    await search.fill('min');
    await page.getByRole('link', { name: 'Mine' }).waitFor();
    await page.getByLabel('Show', { exact: true }).selectOption('Security problem');
    await says('No device matches. Try another word, or show all.');
    await page.getByLabel('Show', { exact: true }).selectOption('Protected');
    await page.getByRole('link', { name: 'Mine' }).click();
    await page.goBack();
    await page.getByRole('link', { name: 'Mine' }).waitFor();
    expect(await search.inputValue()).toBe('min');
  });

  it('shows who may not manage devices how they are, and nothing to change them with', async () => {
    const email = 'user@acme.example';
    await acme.post('/company/invitations', { email, purpose: 'member', rights: [] });
    const token = await world.mail.token(email, 'accept-invitation');
    const consents = { acceptTerms: true, acceptPrivacy: true };
    const person = { firstName: 'Udo', lastName: 'Auer', country: 'DE', password, ...consents };
    await world.api().post('/auth/invitations/accept', { token, ...person });
    const other = await openTab(browser, world.url);
    await signIn(other.page, email, password);
    await other.page.goto(devicePath);
    await other.page.getByText('Everything is fine. Nothing to do.').waitFor();
    const main = other.page.getByRole('main');
    expect(await main.getByRole('button').allInnerTexts()).toEqual([]);
    await other.page.goto('/devices/connect');
    await other.page.getByText('Your rights do not include connecting devices.').waitFor();
    expect(await main.getByRole('button').allInnerTexts()).toEqual([]);
    await other.context.close();
  });

  it('withdraws a code that still lets devices in', async () => {
    const { code } = await acme.post('/devices/enrollments', { maxUses: 5 });
    await page.goto('/devices/connect');
    const ending = code.slice(-4);
    await page.getByRole('row').filter({ hasText: ending }).getByText('0 of 5').waitFor();
    expect([await accessibility(page), await overflows(page)]).toEqual([[], false]);
    await page.getByRole('button', { name: new RegExp(`^Withdraw the code .*${ending}$`) }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('row').filter({ hasText: ending }).waitFor({ state: 'detached' });
    const { items } = await acme.get('/devices/enrollments');
    expect(items.filter((one: { codeEnding: string }) => ending.endsWith(one.codeEnding))).toEqual([]);
  });

  it('[DEV-013][DEV-019][DEV-020][DEV-021] disconnects it after saying what will happen, and connects it again', async () => {
    await page.goto(devicePath);
    const licenses = await acme.get('/licenses');
    await button('Disconnect device').click();
    const dialog = page.getByRole('dialog', { name: 'Disconnect “Mine”?' });
    await dialog.getByText(/^Licenses stay active/).waitFor();
    await dialog.getByText(/^Apps that do not need the account go on working/).waitFor();
    expect(await accessibility(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await says(/The device does not belong to the account any more/);
    expect(await button('Quick scan').count()).toBe(0);
    expect(await acme.get('/licenses')).toEqual(licenses);
    await stop();

    await page.goto('/devices?show=disconnected');
    await page.getByRole('link', { name: 'Mine' }).click();
    await page.getByRole('link', { name: 'Connect again' }).click();
    await button('Make a code').click();
    const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).innerText();
    run('--enroll', code);
    await says('Mine has joined.');
  });
});
