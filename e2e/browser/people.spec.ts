import { password } from '../world/people.js';
import { Acme, heading } from './acme.js';
import { signIn } from './browser.js';

/** How people come into a company, and what they may do there. */
describe('the people of a company', () => {
  let acme: Acme;

  beforeAll(async () => {
    acme = await Acme.start();
  });
  afterEach(async () => {
    expect(await acme.close()).toEqual([]);
  });
  afterAll(() => acme?.stop());

  it('[IDC-075] invites a person with rights, who joins by the mailed link and has exactly these', async () => {
    const email = 'nina@acme.example';
    const owner = await acme.open();
    await owner.goto('/people');
    await owner.getByLabel('E-mail address').fill(email);
    await owner.getByLabel('manage licenses').check();
    await owner.getByLabel('manage devices').check();
    await owner.getByRole('button', { name: 'Send invitation' }).click();
    const row = owner.getByRole('row', { name: email });
    await row.getByText('Waiting').waitFor();
    await row.getByText('manage licenses and manage devices').waitFor();

    const nina = await acme.open();
    await nina.context().clearCookies();
    await nina.goto(`/accept-invitation#token=${await acme.world.mail.token(email, 'accept-invitation')}`);
    await nina.getByLabel('First name').fill('Nina');
    await nina.getByLabel('Last name').fill('Wolf');
    await nina.getByLabel('Country').selectOption('AT');
    await nina.getByLabel('New password', { exact: true }).fill(password);
    await nina.getByLabel('Repeat password').fill(password);
    await nina.getByLabel('I have read the terms of use').check();
    await nina.getByLabel('I have read the privacy policy').check();
    await nina.getByRole('button', { name: 'Create account' }).click();
    await nina.getByRole('main').getByRole('link', { name: 'Sign in' }).waitFor();
    // Who invited sees it without asking again.
    await row.getByText('Accepted').waitFor();

    await signIn(nina, email, password);
    await nina.goto('/profile');
    await nina.getByRole('main').getByText('Acme GmbH', { exact: true }).waitFor();
    const rights = nina.getByRole('region', { name: 'Company' }).getByRole('listitem');
    expect(await rights.allInnerTexts()).toEqual(['Manage licenses', 'Manage devices']);
    expect(await nina.getByRole('link', { name: 'People' }).count()).toBe(0);
    await nina.goto('/licenses/add');
    await heading(nina, 'Add license');
  });

  it('tells who may not invite who gives the right, and offers nothing that would be refused', async () => {
    const page = await acme.open(Acme.member);
    await page.goto('/people');
    await page.getByText('The owner of the company account can give you that right.').waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  });

  it('says at the field what is wrong with an address, and keeps the rest', async () => {
    const page = await acme.open();
    await page.goto('/people');
    await page.getByLabel('manage licenses').check();
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByText('Enter an e-mail address.').waitFor();
    await page.getByLabel('E-mail address').fill('no address');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.locator('[name=email][aria-invalid=true]').waitFor();
    expect(await page.getByLabel('manage licenses').isChecked()).toBe(true);
  });

  it('shows personal details and saves them', async () => {
    const page = await acme.open(Acme.member);
    await page.goto('/profile');
    await page.getByLabel('First name').fill('Ulrich');
    await page.getByLabel('Country').selectOption('CH');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Your details are saved.').waitFor();
    await page.getByRole('button', { name: 'Ulrich Auer' }).waitFor();
    await page.reload();
    expect(await page.getByLabel('First name').inputValue()).toBe('Ulrich');
    expect(await page.getByLabel('Country').inputValue()).toBe('CH');
    await page.getByRole('button', { name: 'Send link for a new password' }).click();
    await page.getByText(`on its way to ${Acme.member}`).waitFor();
    await acme.world.mail.token(Acme.member, 'reset-password');
  });
});
