import {
  activate,
  forgotPassword,
  inspectLink,
  linkRequested,
  mintLink,
  register,
  type Register,
} from '@tessera/contracts';
import type { Problem } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import {
  aPerson,
  linkTo,
  PASSWORD,
  signInAs,
  someEmail,
  startIdentity,
  tokenFor,
} from '../../test/factories.js';

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
    test = await startIdentity({ REGISTRATIONS_PER_ADDRESS_HOUR: '8' });
  });
  afterAll(() => test.stop());

  const ask = (input: Register, clientAddress = `198.51.100.${Math.floor(Math.random() * 250)}`) =>
    test.ask(register, input, null, { clientAddress });

  it('[IDC-015][NOT-013] has a link mailed to the address, and makes no account yet', async () => {
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

  it('refuses the answer to a challenge that was not set', async () => {
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

  it('keeps whether the person takes part in surveys', async () => {
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

  it('answers the same for a known address, mails nothing, and leaves the account as it is', async () => {
    const known = await aPerson(test);
    const before = await test.query('select * from user_account where id = $1', [known.userId]);
    const input = form({ email: known.email.toUpperCase(), firstName: 'Mallory' });
    expect(await ask(input)).toEqual({});
    const linkId = await linkTo(test, known.email, 'activation');
    expect(await codeOf(test.ask(mintLink, { linkId }, null))).toBe('LINK_GONE');
    expect(await test.query('select * from user_account where id = $1', [known.userId])).toEqual(before);
  });

  it('limits registrations of a client address that are not activated', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 9; i++) outcomes.push(await codeOf(ask(form(), '192.0.2.9')));
    expect(outcomes).toEqual([...Array<string>(8).fill('OK'), 'TOO_MANY_REQUESTS']);
  });

  describe('for one address', () => {
    const links = async (email: string) =>
      (await test.query('select 1 from link where email_key = lower($1)', [email])).length;

    it('mails the same form three times an hour, and does not say so', async () => {
      const input = form();
      for (let i = 0; i < 5; i++) expect(await ask(input, '192.0.2.20')).toEqual({});
      expect(await links(input.email)).toBe(3);
    });

    it.each([
      ['from elsewhere', '192.0.2.31'],
      ['in the same house', '192.0.2.30'],
    ])('leaves room for its owner when a stranger has sent forms, %s', async (_where, own) => {
      const email = someEmail();
      const squat = form({ email, firstName: 'Mallory', companyName: 'Evil Corp' });
      for (let i = 0; i < 3; i++) await ask(squat, '192.0.2.30');
      const before = await links(email);
      await ask(form({ email }), own);
      expect(await links(email)).toBe(before + 1);
      const linkId = await linkTo(test, email, 'activation');
      expect(await test.ask(mintLink, { linkId }, null)).toMatchObject({
        firstName: 'Ada',
        lastName: 'Example',
      });
    });

    it('does not fill a mailbox, however many send forms, and keeps a part for first forms', async () => {
      const email = someEmail();
      for (let n = 0; n < 3; n++)
        for (let i = 0; i < 4; i++) await ask(form({ email, lastName: `${i}` }), `192.0.2.4${n}`);
      expect(await links(email)).toBeLessThanOrEqual(8);
      // They also ask for a new password, for which nothing is mailed.
      for (let n = 0; n < 12; n++)
        await test.ask(forgotPassword, { email }, null, { clientAddress: `203.0.113.${n}` });
      await ask(form({ email }), '192.0.2.50');
      const last = await linkTo(test, email, 'activation');
      expect(await test.ask(mintLink, { linkId: last }, null)).toMatchObject({ lastName: 'Example' });
      for (let n = 0; n < 20; n++) await ask(form({ email }), `192.0.2.${60 + n}`);
      expect(await links(email)).toBeLessThanOrEqual(12);
    });
  });

  it('says in the mail, and to the page of the link, what the form says', async () => {
    const input = form({ activationCode: 'abcde-fghjk-lmnpq-rstuv' });
    await ask(input);
    const linkId = await linkTo(test, input.email, 'activation');
    const says = {
      email: input.email,
      firstName: 'Ada',
      lastName: 'Example',
      companyName: 'Acme GmbH',
      license: 'code',
      codeEnd: 'rstuv',
    };
    const minted = await test.ask(mintLink, { linkId }, null);
    expect(minted).toMatchObject(says);
    const token = minted.url.split('#token=')[1]!;
    // Looking at it as often as one likes does not use it up.
    for (let n = 0; n < 30; n++)
      expect(await test.ask(inspectLink, { token }, null)).toEqual({
        ...says,
        purpose: 'activation',
        inviterName: null,
        expiresAt: minted.expiresAt,
      });
    await test.ask(activate, { token, password: PASSWORD }, null);
    expect(await codeOf(test.ask(inspectLink, { token }, null))).toBe('LINK_INVALID');
    expect(await codeOf(test.ask(inspectLink, { token: 'x'.repeat(43) }, null))).toBe('LINK_INVALID');
  });

  it('makes the other mails of an address void when one of them is used', async () => {
    const email = someEmail();
    const forms = [form({ email, firstName: 'Mallory', companyName: 'Evil' }), form({ email })];
    const tokens: string[] = [];
    for (const one of forms) {
      await ask(one);
      tokens.push(await tokenFor(test, email, 'activation'));
    }
    await test.ask(activate, { token: tokens[1]!, password: PASSWORD }, null);
    expect(await codeOf(test.ask(inspectLink, { token: tokens[0]! }, null))).toBe('LINK_INVALID');
    expect(await codeOf(test.ask(activate, { token: tokens[0]!, password: PASSWORD }, null))).toBe(
      'LINK_INVALID',
    );
    expect((await signInAs(test, email)).user).toMatchObject({ firstName: 'Ada', company: null });
  });

  it.each([
    ['without accepting the terms', { acceptTerms: false as true }],
    ['without accepting the privacy policy', { acceptPrivacy: false as true }],
    ['with a code and a key file at once', { activationCode: 'ABCDE', keyFile: 'x' }],
    ['with an address outside ASCII', { email: '\u212Aate@example.com' }],
    ['with a blank name', { firstName: ' ' }],
  ])('refuses a form %s', async (_what, facts) => {
    expect(await codeOf(ask(form(facts)))).toBe('VALIDATION_FAILED');
  });
});
