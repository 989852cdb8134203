import { password } from '../world/people.js';
import { Acme, shoot } from './acme.js';
import { accessibility } from './browser.js';

/** The customer's start page, notifications, people and profile, as a person uses them. */
describe('the portal of a customer', () => {
  let acme: Acme;

  beforeAll(async () => {
    acme = await Acme.start();
  });
  afterEach(async () => {
    expect(await acme.close()).toEqual([]);
  });
  afterAll(async () => {
    await acme?.stop();
  });

  it('keeps both versions when personal details were changed elsewhere meanwhile', async () => {
    const [one, other] = [await acme.open(Acme.member), await acme.open(Acme.member)];
    await one.goto('/profile');
    await other.goto('/profile');
    await one.getByLabel('Last name').fill('Auer-Berg');
    await other.getByLabel('Country').selectOption('AT');
    await one.getByRole('button', { name: 'Save changes' }).click();
    await one.getByText('Your details are saved.').waitFor();
    await other.getByRole('button', { name: 'Save changes' }).click();
    await other.getByText('Saved now: Udo Auer-Berg, Germany.').waitFor();
    await shoot(other, 'conflict');
    await other.getByRole('button', { name: 'Use the saved' }).click();
    expect(await other.getByLabel('Last name').inputValue()).toBe('Auer-Berg');
    expect(await other.getByLabel('Country').inputValue()).toBe('DE');
  });

  it('[IDC-075][IDC-080] invites, sends again and withdraws', async () => {
    const page = await acme.open();
    await page.goto('/people');
    await page.getByLabel('E-mail address').fill('new@acme.example');
    await page.getByLabel('manage licenses').check();
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByRole('button', { name: 'Send the invitation to new@acme.example again' }).click();
    await page.getByText('once more, with a new link').waitFor();
    await page.getByRole('button', { name: 'Withdraw the invitation to new@acme.example' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw invitation' }).click();
    await page.getByText('Withdrawn', { exact: true }).waitFor();
  });

  it('tells live of what is new, and of nothing once it is read', async () => {
    const page = await acme.open();
    await page.getByRole('link', { name: /^Notifications \d/ }).click();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('You have read everything.').waitFor();
    await acme.api.post('/licenses', { activationCode: await acme.order({ product: 'Small Office Suite' }) });
    await page.getByRole('link', { name: 'Notifications 1 unread' }).waitFor();
    await page.getByRole('button', { name: /^Mark as read: / }).click();
    await page.getByText('You have read everything.').waitFor();
  });

  it('tells a person without a company how to come into one', async () => {
    const alone = 'alone@acme.example';
    const person = { firstName: 'Ana', lastName: 'Low', country: 'DE', email: alone, language: 'en' };
    const consents = { acceptTerms: true, acceptPrivacy: true, surveyConsent: false };
    await acme.world.api().post('/auth/register', { ...person, ...consents });
    await acme.world.api().post('/auth/activate', { token: await acme.world.mail.token(alone), password });
    const page = await acme.open(alone);
    await page.getByRole('heading', { name: 'Your account is in no company yet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Licenses', exact: true }).count()).toBe(0);
    await shoot(page, 'alone');
    expect(await accessibility(page)).toEqual([]);
  });
});
