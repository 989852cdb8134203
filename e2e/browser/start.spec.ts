import { Acme, heading } from './acme.js';
import { Stream } from '../world/stream.js';
import { accessibility, pictures, until } from './browser.js';

/** Where a customer begins, and what holds for every view: how it loads, fails and is empty; what keys do; what is live. */
describe('the start page', () => {
  let acme: Acme;

  beforeAll(async () => {
    acme = await Acme.start();
  });
  afterEach(async () => {
    expect(await acme.close()).toEqual([]);
  });
  afterAll(() => acme?.stop());

  it('shows what is new without being asked', async () => {
    const page = await acme.open();
    await page.goto('/');
    const waiting = page.getByRole('region', { name: /^Licenses without devices yet/ });
    await heading(page, 'Overview');
    expect(await waiting.count()).toBe(0);
    await acme.api.post('/licenses', { activationCode: await acme.order({ product: 'Small Office Suite' }) });
    await waiting.getByRole('link', { name: 'Small Office Suite' }).waitFor();
    await page
      .getByRole('region', { name: /^New notifications/ })
      .getByText('License added: Small Office Suite')
      .waitFor();
  });

  it('shows what changed between its reading and its listening', async () => {
    const page = await acme.open();
    let listen = () => undefined as void;
    const held = new Promise<void>((resolve) => (listen = resolve));
    await page.route('**/api/v1/events?**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/');
    const waiting = page.getByRole('region', { name: /^Licenses without devices yet/ });
    await heading(page, 'Overview');
    await until(page, '!document.querySelector("[aria-busy=true]")');
    const other = await Stream.open(acme.world, acme.api);
    await acme.api.post('/licenses', { activationCode: await acme.order({ product: 'Mobile Shield' }) });
    // Who listens has been told by now, and two pictures later the page would show it.
    await other.until((change) => change.data.kind === 'license.added');
    other.close();
    await pictures(page);
    expect(await waiting.getByRole('link', { name: 'Mobile Shield' }).count()).toBe(0);
    listen();
    await waiting.getByRole('link', { name: 'Mobile Shield' }).waitFor();
  });

  it('says while it loads that it does, and shows of what failed only that, with a way to try again', async () => {
    const page = await acme.open();
    let broken = true;
    let answer = () => undefined as void;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/v1/requests?**', async (route) => {
      await held;
      if (!broken) return route.continue();
      const problem = { status: 503, code: 'UNAVAILABLE', detail: 'Requests are being served again soon.' };
      await route.fulfill({ status: 503, contentType: 'application/problem+json', json: problem });
    });
    await page.goto('/');
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    answer();
    const notice = page.getByRole('alert').filter({ hasText: 'Requests are being served again soon.' });
    await notice.waitFor();
    expect(await accessibility(page)).toEqual([]);
    // What could be read is there all the same.
    await page.getByRole('region', { name: /^New notifications/ }).waitFor();
    broken = false;
    await notice.getByRole('button', { name: 'Try again' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  it.each([
    ['/notifications', '**/api/v1/notifications?**'],
    ['/people', '**/api/v1/company/invitations**'],
    ['/products', '**/api/v1/products'],
  ])('%s says what failed, and shows it when it works again', async (path, pattern) => {
    const page = await acme.open();
    await page.route(pattern, (route) => route.abort('connectionrefused'));
    await page.goto(path);
    const notice = page.getByRole('main').getByRole('alert');
    await notice.getByText('No connection to the server.').waitFor();
    expect(await accessibility(page)).toEqual([]);
    await page.unrouteAll();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  it('loads the code of a menu when a hand comes, and that of a dialog with it, and gives the menu the focus', async () => {
    const page = await acme.open();
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    const menus = () => scripts.filter((url) => /\/(open-user-menu|overlay)-/.test(url)).length;
    await page.goto('/licenses');
    await page.getByRole('table').waitFor();
    expect([scripts.some((url) => url.includes('/signed-')), menus()]).toEqual([true, 0]);
    const button = page.getByRole('button', { name: 'Olga Acker' });
    await button.click();
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    expect(menus()).toBe(2);
    expect(await accessibility(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await until(page, 'document.activeElement?.textContent.trim() === "Olga Acker"');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  });

  it('says when nothing at all is to be had, and goes on when it is', async () => {
    const page = await acme.open();
    await page.route('**/api/v1/me', (route) => route.abort('connectionrefused'));
    await page.goto('/');
    await page.getByText('No connection to the server.').waitFor();
    expect(await accessibility(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, 'Overview');
  });

  it('is gone through by keys, which ? tells of, and which can be switched off', async () => {
    const page = await acme.open();
    await page.goto('/');
    await page.getByRole('link', { name: 'Licenses', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Create request' }).waitFor();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.getByRole('row', { name: 'g l Go to: Licenses' }).waitFor();
    await help.getByRole('row', { name: 'c Create request' }).waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    for (const [keys, name] of [
      ['gl', 'Licenses'],
      ['gd', 'Devices'],
      ['gr', 'Requests'],
      ['gp', 'People'],
      ['gh', 'Overview'],
    ]) {
      await page.keyboard.type(keys!);
      await heading(page, name!);
      // The heading has the focus, so that the new page is read out.
      await until(page, "document.activeElement?.tagName === 'H1'");
    }
    await page.keyboard.press('?');
    await help.getByRole('switch', { name: 'Use keyboard shortcuts' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.type('gl');
    await pictures(page);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('types into fields what belongs into fields', async () => {
    const page = await acme.open();
    await page.goto('/people');
    await page.getByLabel('E-mail address').fill('');
    await page.keyboard.type('gl?c');
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('gl?c');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
