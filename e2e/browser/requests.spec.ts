import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bootstrapAdmin, colleague, orderCode, owner, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { accessibility, openBrowser, openTab, overflows, signIn, type Tab } from './browser.js';

const MEGABYTE = 1_000_000;

describe('requests in the browser', () => {
  let world: World;
  let browser: Browser;
  let folder: string;
  let customer: Tab;
  let agent: Tab;
  let number: string;

  beforeAll(async () => {
    world = await World.start();
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    await staffMember(world, admin, 'support-agent', 'agent@vendor.example');
    const api = await owner(
      world,
      'owner@acme.example',
      await orderCode(world, licenses, { companyName: 'Acme GmbH' }),
    );
    await (
      await colleague(world, api, 'udo@acme.example')
    ).post('/requests', {
      category: 'portal',
      subject: 'Asked by Udo',
      description: 'How does it work?',
    });
    folder = mkdtempSync(join(tmpdir(), 'tessera-files-'));
    browser = await openBrowser();
    customer = await openTab(browser, world.url);
    await signIn(customer.page, 'owner@acme.example', password);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('[UIX-008][SUP-037][SUP-038][SUP-039] leads from the category to the version, recommends its patch, and says why premium is not offered', async () => {
    const { page } = customer;
    await page.getByRole('link', { name: 'Create request' }).click();
    await page.getByLabel('Product group').selectOption({ index: 1 });
    await page.getByLabel('Product', { exact: true }).selectOption({ index: 0 });
    const patch = page.getByRole('status').filter({ hasText: 'Please install 12.6 CP2 first' });
    expect(await patch.count()).toBe(0);
    await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Endpoint Shield' });
    await patch.getByText('Go on if the problem is still there afterwards.').waitFor();
    await page.getByLabel('Version').selectOption({ index: 1 });
    expect(await page.getByRole('radio', { name: 'Premium' }).isDisabled()).toBe(true);
    await page.getByText('You aren’t on the list of contact persons').waitFor();
    await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Operation' });
    await page.getByLabel('Subtype').selectOption({ label: 'Crash' });
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('Enter a subject.').waitFor();
    await page.getByLabel('Subject').fill('<b>It crashes</b>');
    await page.getByLabel('Description').fill('First this,\nthen <script>alert(1)</script>');
    await check(page);
  });

  it('[SUP-041][SUP-047][SUP-048][SUP-049][SUP-050][SUP-051][SUP-052][SUP-053] tells what a good description holds, and puts its headings under what stands there', async () => {
    const { page } = customer;
    const description = page.getByLabel('Description');
    const written = await description.inputValue();
    await page.getByText('Describe the steps so an engineer can reproduce it').waitFor();
    await page.getByText('Tips').click();
    const hints = await page.getByRole('group').getByRole('listitem').allTextContents();
    expect(hints).toEqual([
      expect.stringMatching(/Operating system, name and version.*VPN, proxy or firewall/),
      expect.stringMatching(/step by step, with the data and settings; a screenshot or video/),
      expect.stringMatching(/What exactly happens: messages, behaviour, output/),
      expect.stringMatching(/What should happen instead/),
      expect.stringMatching(/Hardware.*other software, logs and reports/),
      expect.stringMatching(/What you tried, and the result/),
    ]);
    await check(page);
    await page.getByRole('button', { name: 'Insert these headings' }).click();
    expect(await description.inputValue()).toBe(
      `${written}\n\nSystem:\n\nSteps:\n\nProblem:\n\nExpected result:\n\nMore:\n\nTried so far:\n\n`,
    );
    await description.fill(written);
  });

  it('[SUP-044][SUP-046] sends files after consent, pauses and goes on, and tells the number', async () => {
    const { page } = customer;
    const file = join(folder, 'trace.log');
    writeFileSync(file, Buffer.alloc(20 * MEGABYTE, 7));
    const network = await customer.context.newCDPSession(page);
    const throttle = (uploadThroughput: number, offline = false) =>
      network.send('Network.emulateNetworkConditions', {
        offline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      });
    await network.send('Network.enable');
    await throttle(4 * MEGABYTE);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('waits for your consent').waitFor();
    await page.getByLabel('I agree to share attached files').check();
    await page.getByRole('button', { name: 'Pause: trace.log' }).click();
    await page.getByText('20 MB, paused').waitFor();
    await check(page);
    await page.getByRole('button', { name: 'Resume: trace.log' }).click();
    // A connection that breaks in the middle, and comes back.
    await throttle(4 * MEGABYTE, true);
    await page.getByRole('button', { name: 'Resume: trace.log' }).waitFor();
    await throttle(-1);
    await page.getByText('20 MB, has arrived').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Send request' }).click();
    number = await registered(page);
    await check(page);
    await page.getByRole('link', { name: 'Open the request' }).click();
    await page.getByText('then <script>alert(1)</script>').waitFor();
  });

  it('[SUP-063][SUP-078] is answered by keyboard, with a note that the customer never sees, and tells the customer live', async () => {
    agent = await openTab(browser, world.url);
    const { page } = agent;
    await signIn(page, 'agent@vendor.example', password);
    await page.getByRole('link', { name: '<b>It crashes</b>' }).waitFor();
    await check(page);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.getByRole('cell', { name: 'Sam Staff' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Conversation' }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Known since May');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page
      .getByRole('article')
      .filter({ hasText: 'Internal note' })
      .getByText('Known since May')
      .waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Which version of the driver?');
    await check(page);
    await page.getByRole('button', { name: 'Send answer' }).click();
    await customer.page.getByText('Which version of the driver?').waitFor();
    await customer.page.getByRole('heading', { name: 'Support is waiting for your reply' }).waitFor();
    expect(await customer.page.getByText('Known since May').count()).toBe(0);
  });

  it('[SUP-054][SUP-058][SUP-059][SUP-060] is found by its author, by its status, and by its number alone', async () => {
    const { page } = customer;
    await page.goto('/requests');
    await page.getByLabel('Status').selectOption({ label: 'Waiting for me' });
    await page.getByRole('link', { name: '<b>It crashes</b>' }).waitFor();
    await page.getByLabel('Status').selectOption({ label: 'Closed' });
    await page.getByText('No requests with this status.').waitFor();
    await page.getByLabel('Request number').fill('T-1999-000001');
    await page.keyboard.press('Enter');
    await page.getByText('No request “T-1999-000001” found').waitFor();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    // The view as it is by default: the own ones, of every status.
    await page.getByRole('link', { name: '<b>It crashes</b>' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByLabel('Request number').inputValue()).toBe('');
    expect(await page.getByRole('link', { name: 'Asked by Udo' }).count()).toBe(0);
    expect(await page.getByLabel('Author').getByRole('option').allTextContents()).toEqual(['Me', 'All']);
    await page.getByLabel('Author').selectOption({ label: 'All' });
    await page.getByRole('row').filter({ hasText: 'Udo Auer' }).getByText('Asked by Udo').waitFor();
    await page.getByLabel('Author').selectOption({ label: 'Me' });
    await page.getByRole('link', { name: 'Asked by Udo' }).waitFor({ state: 'detached' });
    await page.getByLabel('Request number').fill(number);
    await page.keyboard.press('Enter');
    await page.getByText(number).waitFor();
    await check(page);
    await page.getByRole('link', { name: '<b>It crashes</b>' }).click();
  });

  it('[SUP-078][SUP-079] takes an answer, and folds a long conversation', async () => {
    const { page } = customer;
    for (let n = 1; n <= 6; n++) {
      await page.getByLabel('Your message').fill(`Line ${n}`);
      await page.getByRole('button', { name: 'Send message' }).click();
      await page.getByRole('article').getByText(`Line ${n}`).waitFor();
    }
    expect(await page.getByText('Which version of the driver?').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    expect(await page.getByText('Which version of the driver?').isVisible()).toBe(true);
    // On paper, which is white also where the screen is dark.
    await check(page);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.getByRole('button', { name: /Show the whole conversation/ }).click();
    expect(await page.getByText('Which version of the driver?').isVisible()).toBe(true);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'trace.log' }).click();
    expect(readFileSync(await (await download).path()).length).toBe(20 * MEGABYTE);
  });

  it('[SUP-071][SUP-080] closes after saying what it means, and goes on in a new request that quotes it', async () => {
    const { page } = customer;
    await page.getByRole('button', { name: 'Close request' }).click();
    await page.getByText('It cannot be opened again.', { exact: true }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close request' }).click();
    await page.getByRole('heading', { name: 'This request is finished' }).waitFor();
    await check(page);
    await page.getByRole('link', { name: 'Continue in a new request' }).click();
    await page.getByText(`This continues request ${number}`).waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe(`Continues ${number}`);
  });

  it('[SUP-005][SUP-087] takes a portal question with a file, and mails and lists it', async () => {
    const { page } = customer;
    await page.goto('/requests/new');
    await page.getByLabel('Category').selectOption({ label: 'Portal question or contract activation' });
    await page.getByLabel('Subject').fill('Where is the invoice?');
    await page.getByLabel('Description').fill('I cannot find it.');
    const file = join(folder, 'screenshot.png');
    writeFileSync(file, 'picture');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('has arrived').waitFor();
    await check(page);
    await page.getByRole('button', { name: 'Send request' }).click();
    await isRegistered(page, 'Where is the invoice?', 'In progress');
    await page.getByRole('link', { name: 'Where is the invoice?' }).click();
    await page.getByRole('link', { name: 'screenshot.png' }).waitFor();
  });

  it('[SUP-032][SUP-088][SUP-089][NOT-024] takes thanks for a request, which support reads, and mails and lists it', async () => {
    const { page } = customer;
    await page.goto('/requests/new');
    await page.getByLabel('Category').selectOption({ label: 'Feedback: thanks or complaint' });
    await page.getByText('About a specialist, or about our service.').waitFor();
    expect(await page.getByLabel('Type of feedback').getByRole('option').allTextContents()).toEqual([
      'Please choose',
      'Thanks',
      'Complaint',
    ]);
    await page.getByLabel('Type of feedback').selectOption({ label: 'Thanks' });
    await page.getByLabel('About the request').selectOption({ label: `${number} – <b>It crashes</b>` });
    await page.getByLabel('Subject').fill('Well done');
    await page.getByLabel('Description').fill('Quick and friendly.');
    await check(page);
    await page.getByRole('button', { name: 'Send request' }).click();
    await isRegistered(page, 'Well done', 'In progress');
    await agent.page.goto('/staff/requests');
    await agent.page.getByRole('link', { name: 'Well done' }).click();
    await agent.page.getByText('Quick and friendly.').waitFor();
    await agent.page.getByText('Thanks', { exact: true }).waitFor();
  });

  it('gives the codes of an order as a CSV that no spreadsheet calculates with', async () => {
    const { page } = await openTab(browser, world.url);
    await signIn(page, 'licenses@vendor.example', password);
    await page.getByRole('link', { name: 'New order' }).click();
    await page.getByLabel('Company').fill('=1+1 Ltd');
    await page.getByLabel('Product').selectOption({ label: 'Endpoint Shield' });
    await page.getByLabel('Number of codes').fill('2');
    await page.getByRole('button', { name: 'Order', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    expect(csv).toMatch(/,"'=1\+1 Ltd","Endpoint Shield","([0-9A-Z]{5}-){3}[0-9A-Z]{5}"/);
    await check(page);
    await page.getByRole('link', { name: 'Orders' }).first().click();
    await page.getByRole('cell', { name: '=1+1 Ltd' }).waitFor();
    await check(page);
  });

  it('invites colleagues, for a platform administrator', async () => {
    const { page } = await openTab(browser, world.url, { colorScheme: 'dark' });
    await signIn(page, 'admin@vendor.example', password);
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByLabel('First name').fill('Lea');
    await page.getByLabel('Last name').fill('Lead');
    await page.getByLabel('E-mail address').fill('lea@vendor.example');
    await page.getByLabel('Role').selectOption({ label: 'Support lead' });
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('cell', { name: 'lea@vendor.example' }).waitFor();
    await check(page);
  });

  /** It has a number, a mail tells it, and the list has it; how long it takes depends on the level. */
  async function isRegistered(page: Page, subject: string, status: string): Promise<void> {
    const made = await registered(page);
    await page.getByText('Support answers in the order of the support levels').waitFor();
    const mail = await world.mail.wait('owner@acme.example', (m) => m.subject.includes(made));
    expect(mail.subject).toBe(`[${made}] Your request was registered: ${subject}`);
    await page.goto('/requests');
    const row = page.getByRole('row').filter({ hasText: made });
    await row.getByText(status).waitFor();
    await row.getByText(subject).waitFor();
  }

  it('has kept to the policy of the page, without a failure of its scripts', () => {
    for (const { complaints } of [customer, agent]) expect(complaints).toEqual({ policy: [], errors: [] });
  });
});

/** The number that the page tells once a request is sent. */
async function registered(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Your request is registered' }).waitFor();
  return (await page.getByText(/^T-\d{4}-\d{6}$/).textContent())!;
}

async function check(page: Page): Promise<void> {
  expect([await accessibility(page), await overflows(page)]).toEqual([[], false]);
}
