import { linkRequested, mintLink, register, type Register } from '@tessera/contracts';
import type { Problem } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import { aPerson, linkTo, someEmail, startIdentity } from '../../test/factories.js';

const form = (facts: Partial<Register> = {}): Register => ({
  firstName: 'Ada',
  lastName: 'Example',
  companyName: 'Acme GmbH',
  email: someEmail(),
  country: 'DE',
  acceptTerms: true,
  acceptPrivacy: true,
  surveyConsent: false,
  ...facts,
});

describe('register', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity({ REGISTRATIONS_PER_ADDRESS_HOUR: '5' });
  });
  afterAll(() => test.stop());

  const ask = (input: Register, clientAddress = `198.51.100.${Math.floor(Math.random() * 250)}`) =>
    test.ask(register, input, null, { clientAddress });

  it('[IDC-012][IDC-015][NOT-013] has a link mailed to the address, and makes no account yet', async () => {
    const input = form({ activationCode: 'ABCDE-FGHJK-LMNPQ-RSTUV', language: 'de' });
    expect(await ask(input)).toEqual({});
    const linkId = await linkTo(test, input.email, 'activation');
    await eventually(() =>
      expect(test.emitted(linkRequested).map((e) => e.data)).toContainEqual({
        linkId,
        purpose: 'activation',
      }),
    );
    const minted = await test.ask(mintLink, { linkId }, null);
    expect(minted).toMatchObject({
      email: input.email,
      firstName: 'Ada',
      language: 'de',
      purpose: 'activation',
    });
    expect(minted.url).toMatch(/^https:\/\/portal\.example\/activate#token=[\w-]{43}$/);
    expect(await test.query('select 1 from user_account where email_key = lower($1)', [input.email])).toEqual(
      [],
    );
  });

  it('refuses the answer to a challenge that nobody sets', async () => {
    const refused = await ask(form({ captcha: 'solved' })).catch((e: unknown) => e);
    expect((refused as Problem).document.errors).toMatchObject([{ field: 'captcha', code: 'NOT_SUPPORTED' }]);
  });

  it('[IDC-016] lets the link live for seven days', async () => {
    const input = form();
    await ask(input);
    const { expiresAt } = await test.ask(
      mintLink,
      { linkId: await linkTo(test, input.email, 'activation') },
      null,
    );
    const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
  });

  it('[IDC-014] keeps whether the person takes part in surveys', async () => {
    const input = form({ surveyConsent: true });
    await ask(input);
    expect(
      await test.query('select survey_consent as yes from registration where email = $1', [input.email]),
    ).toEqual([{ yes: true }]);
  });

  it('keeps the code encrypted', async () => {
    const input = form({ activationCode: 'ABCDE-FGHJK-LMNPQ-RSTUV' });
    await ask(input);
    const [row] = await test.query<{ text: string }>(
      'select r::text as text from registration r where email = $1',
      [input.email],
    );
    expect(row!.text).not.toContain(Buffer.from('ABCDE-FGHJK').toString('hex'));
    expect(row!.text).not.toContain('ABCDE-FGHJK');
  });

  it('answers the same for a known address, writes to nobody, and leaves the account as it is', async () => {
    const known = await aPerson(test);
    const before = await test.query('select * from user_account where id = $1', [known.userId]);
    const input = form({ email: known.email.toUpperCase(), firstName: 'Mallory' });
    expect(await ask(input)).toEqual({});
    const linkId = await linkTo(test, known.email, 'activation');
    expect(await codeOf(test.ask(mintLink, { linkId }, null))).toBe('LINK_GONE');
    expect(await test.query('select * from user_account where id = $1', [known.userId])).toEqual(before);
  });

  it('stops an address after so many registrations that nobody activated', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 6; i++) outcomes.push(await codeOf(ask(form(), '192.0.2.9')));
    expect(outcomes).toEqual(['OK', 'OK', 'OK', 'OK', 'OK', 'TOO_MANY_REQUESTS']);
  });

  it('mails one address no more than three times an hour, and does not say so', async () => {
    const email = someEmail();
    for (let i = 0; i < 5; i++) expect(await ask(form({ email }), `192.0.2.1${i}`)).toEqual({});
    expect(await test.query('select 1 from link where email_key = lower($1)', [email])).toHaveLength(3);
  });

  it.each([
    ['[IDC-013] without accepting the terms', { acceptTerms: false as true }],
    ['[IDC-013] without accepting the privacy policy', { acceptPrivacy: false as true }],
    ['with a code and a key file at once', { activationCode: 'ABCDE', keyFile: 'x' }],
    ['with an address outside ASCII', { email: '\u212Aate@example.com' }],
    ['with a blank name', { firstName: ' ' }],
  ])('refuses a form %s', async (_what, facts) => {
    expect(await codeOf(ask(form(facts)))).toBe('VALIDATION_FAILED');
  });
});
