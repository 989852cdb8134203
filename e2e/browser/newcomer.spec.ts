import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { password } from '../world/people.js';
import { World } from '../world/world.js';
import { openBrowser, signIn } from './browser.js';
import { Tabs } from './tabs.js';

/** Somebody who has nothing but the screen, and looks for what most people look for, from the start page on. */
describe('a newcomer in the demo world', () => {
  let world: World;
  let browser: Browser;
  let tabs: Tabs;
  let page: Page;

  beforeAll(async () => {
    world = await World.start({ TESSERA_SEED: 'demo' });
    browser = await openBrowser();
    tabs = new Tabs(browser, world.url);
    page = await tabs.add();
    await signIn(page, 'owner@acme.example', password);
  });
  beforeEach(async () => {
    await page.goto('/');
  });
  afterAll(async () => {
    const complaints = await tabs?.close();
    await browser?.close();
    await world?.stop();
    expect(complaints).toEqual([]);
  });

  const concerns = (name: RegExp) => page.getByRole('region', { name });
  const way = (name: string) =>
    page.getByRole('navigation', { name: 'What most people come for' }).getByRole('link', { name });

  it('sees what needs attention, and only that', async () => {
    // One license of the demo world ends a few seconds after it is made.
    const owner = await world.api().signIn('owner@acme.example', password);
    for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(500)) {
      const { items } = (await owner.get('/licenses?status=expired')) as { items: { expiresAt: string }[] };
      // Within its first second the page says "now".
      if (items[0] && Date.parse(items[0].expiresAt) < Date.now() - 2000) break;
    }
    await page.goto('/');
    for (const [subject, name] of [
      [/^Blocked licenses/, 'Cloud Guard'],
      [/^Expired licenses/, 'Small Office Suite'],
      [/^Licenses without devices yet/, 'Mobile Shield'],
      [/^Devices that need attention/, 'ACME-WS-002'],
      [/^Waiting for your reply/, 'Update fails behind our proxy'],
    ] as const)
      await concerns(subject).getByRole('link', { name }).waitFor();
    expect(await concerns(/^Expired licenses/).innerText()).toMatch(/ended .*ago/);
    expect(await concerns(/^Devices with a problem/).count()).toBe(0);
  });

  it('finds the key file', async () => {
    await way('Get a key file').click();
    await page.getByRole('link', { name: 'Endpoint Shield', exact: true }).click();
    const keyFiles = page.getByRole('region', { name: 'Key files' });
    const coming = page.waitForEvent('download');
    await keyFiles
      .getByRole('link', { name: /^Download / })
      .first()
      .click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.key$/);
    expect(readFileSync(await download.path(), 'utf8').length).toBeGreaterThan(200);
  });

  it('finds why a device is yellow, and what to do', async () => {
    const device = concerns(/^Devices that need attention/);
    // The start page already says what to do.
    expect(await device.getByRole('listitem').first().innerText()).toMatch(/^ACME-WS-002\s+\w{3}.*\.\s*$/);
    await device.getByRole('link', { name: 'ACME-WS-002' }).click();
    await page.getByText('The databases are more than a day old').first().waitFor();
  });

  it('finds how to connect a device', async () => {
    await way('Connect a device').click();
    await page.getByRole('heading', { level: 1, name: 'Connect a device' }).waitFor();
    await page.getByRole('main').getByRole('button').first().waitFor();
  });

  it('finds how to ask support, and sees the answer come', async () => {
    await way('Ask support').click();
    await page.getByRole('heading', { level: 1, name: 'Create request' }).waitFor();
    const owner = await world.api().signIn('owner@acme.example', password);
    const { items } = (await owner.get('/requests')) as {
      items: { id: string; number: string; subject: string; status: string }[];
    };
    const open = items.find((one) => one.status === 'in_progress')!;
    const agent = await world.api().signIn('agent@vendor.example', password);
    await agent.post(`/staff/requests/${open.id}/messages`, {
      text: 'Please restart it twice.',
      status: 'awaiting_reply',
    });
    await page.getByRole('link', { name: /^Notifications/ }).click();
    await page.getByRole('link', { name: `Support has answered request ${open.number}` }).click();
    await page.getByText('Please restart it twice.').waitFor();
    await page.goto('/');
    await way('See support’s answers').click();
    await page.getByRole('row', { name: new RegExp(open.number) }).waitFor();
  });
});
