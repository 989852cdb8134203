import type { Browser, Page } from 'playwright-core';
import { bootstrapAdmin, orderCode, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { accessibility, openBrowser, signIn } from './browser.js';
import { shoot } from './acme.js';
import { Tabs } from './tabs.js';

/** Everything before the customer area, as a person meets it. */
describe('the portal before sign-in', () => {
  let world: World;
  let browser: Browser;
  let codes: string[];
  let tabs: Tabs;
  /** Opens the link of the newest mail of that kind, on the host that the test uses. */
  const openMailedLink = async (page: Page, email: string, path: string, nth = 1) => {
    const token = await world.mail.token(email, path, nth);
    await page.goto(`/${path}#token=${token}`);
    return token;
  };

  beforeAll(async () => {
    world = await World.start();
    browser = await openBrowser();
    tabs = new Tabs(browser, world.url);
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    codes = [];
    for (const companyName of ['Acme GmbH', 'Globex AG', 'Initech SARL'])
      codes.push(await orderCode(world, licenses, { companyName }));
  });
  afterEach(async () => {
    expect(await tabs.close()).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const fillRegistration = async (page: Page, email: string, code: string) => {
    await page.getByLabel('First name').fill('Olga');
    await page.getByLabel('Last name').fill('Acker');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Country').selectOption({ label: 'Germany' });
    await page.getByLabel('Company').fill('Acme GmbH');
    await page.getByLabel('Activation code', { exact: true }).fill(code);
    await page.getByLabel('I have read the terms of use').check();
    await page.getByLabel('I have read the privacy policy').check();
  };

  it('[IDC-011][IDC-015][IDC-017][IDC-033] takes a person from the registration to a forgotten password', async () => {
    const email = 'olga@acme.example';
    const page = await tabs.add();
    await page.goto('/');
    await page.getByRole('link', { name: 'Create one' }).click();
    await fillRegistration(page, email, codes[0]!);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();

    const token = await openMailedLink(page, email, 'activate');
    // What the link stands for, before anybody binds a password to it.
    for (const fact of [email, 'Olga Acker', 'Acme GmbH', `ending in ${codes[0]!.slice(-5)}`])
      await page.getByRole('definition').filter({ hasText: fact }).waitFor();
    expect(await accessibility(page)).toEqual([]);
    await shoot(page, 'activate');
    await page.getByLabel('New password', { exact: true }).fill('short');
    await page.getByLabel('Repeat password').fill('short');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('doesn’t meet all the rules').waitFor();
    expect(page.url()).not.toContain(token);
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByLabel('Repeat password').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('Your account is ready').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();

    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Olga Acker' }).waitFor();
    // The cookie is out of every script's reach, and nothing else is kept that would do instead.
    const kept = await page.evaluate<string>(
      'JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }])',
    );
    expect(kept).not.toMatch(/sid|token|[\w-]{40}/i);
    const sid = (await page.context().cookies()).find((cookie) => cookie.name === 'sid')!;
    expect([sid.httpOnly, sid.sameSite]).toEqual([true, 'Lax']);

    await page.getByRole('button', { name: 'Olga Acker' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    // The page before it, which stays until this one is loaded, has a field of the same name.
    await page.getByRole('button', { name: 'Send link' }).waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.getByText('If there is an account').waitFor();
    await openMailedLink(page, email, 'reset-password');
    await page.getByLabel('New password', { exact: true }).fill('Later-2027!pass');
    await page.getByLabel('Repeat password').fill('Later-2027!pass');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('Your password is changed').waitFor();
    await signIn(page, email, 'Later-2027!pass');
    await page.getByRole('button', { name: 'Olga Acker' }).waitFor();
  });

  it('says of a link that was used up what to do now', async () => {
    const page = await tabs.add();
    await page.goto('/activate');
    await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    // Before anybody types a password in vain.
    await openMailedLink(page, 'olga@acme.example', 'activate');
    await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await page.getByRole('link', { name: 'Create an account' }).waitFor();
  });

  it('[LIC-011] tells while typing whether a code is right', async () => {
    const page = await tabs.add();
    await page.goto('/key-files');
    const field = page.getByLabel('Activation code', { exact: true });
    await page.getByText('20 characters, as in').waitFor();
    await field.pressSequentially(codes[1]!.replaceAll('-', '').toLowerCase().slice(0, 19));
    await page.getByText('1 character is missing.').waitFor();
    await field.pressSequentially(codes[1]!.at(-1)!);
    await page.getByText('Code looks good.').waitFor();
    expect(await field.inputValue()).toBe(codes[1]);
    await field.fill(codes[1]!.slice(0, -1) + (codes[1]!.endsWith('0') ? '1' : '0'));
    await page.getByText('One character is wrong.').waitFor();
  });

  it('[LIC-027][LIC-029] mails key files without an account, and registers with the file that came', async () => {
    const page = await tabs.add();
    await page.goto('/key-files');
    await page.getByLabel('Activation code', { exact: true }).fill(` ${codes[1]!.replaceAll('-', ' ')} `);
    await page.getByLabel('Send them to').fill('keys@globex.example');
    await page.getByRole('button', { name: 'Send key files' }).click();
    await page.getByText('The key files are on their way to keys@globex.example').waitFor();
    const { unzipSync } = await import('fflate');
    const mail = await world.mail.wait('keys@globex.example');
    const files = unzipSync(await world.mail.attachment(mail, mail.attachments![0]!.fileName));
    const name = Object.keys(files).find((file) => file.endsWith('.key'))!;

    await page.goto('/register');
    await fillRegistration(page, 'gina@globex.example', '');
    await page.getByLabel('Company').fill('Globex AG');
    await page.getByLabel('a key file (.key)').check();
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles({
      name: 'holiday.key',
      mimeType: 'image/png',
      buffer: Buffer.from('no key'),
    });
    await page.getByText('That isn’t a key file.').waitFor();
    await drop(page, name, files[name]!);
    await page.getByText(name).waitFor();
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    await world.mail.token('gina@globex.example', 'activate');
  });
});

/** Drags a file from outside onto the place for it and lets go. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const place = page.getByRole('group', { name: 'Drop your key file here' });
  const text = Buffer.from(bytes).toString('utf8');
  const file = `new File([${JSON.stringify(text)}], ${JSON.stringify(name)})`;
  const dataTransfer = await page.evaluateHandle(
    `(transfer => (transfer.items.add(${file}), transfer))(new DataTransfer())`,
  );
  await place.dispatchEvent('dragover', { dataTransfer });
  await place.dispatchEvent('drop', { dataTransfer });
}
