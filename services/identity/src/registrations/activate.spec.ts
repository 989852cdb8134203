import {
  activate,
  claimCode,
  inspectLink,
  companyFounded,
  getMe,
  licenseNotClaimed,
  mintLink,
  register,
  resetPassword,
  userActivated,
  type ClaimCode,
} from '@tessera/contracts';
import { refuse, RequestContext } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import {
  eventsAbout,
  linkTo,
  PASSWORD,
  signInAs,
  someEmail,
  startIdentity,
  tokenFor,
} from '../../test/factories.js';
import { CompanyFormation } from '../companies/company-formation.js';

describe('activate', () => {
  let test: TestService;
  let licensing: (input: ClaimCode) => { licenseIds: string[] };
  const claims: ClaimCode[] = [];
  beforeAll(async () => {
    test = await startIdentity();
    test.fake(claimCode, (input) => (claims.push(input), licensing(input)));
  });
  afterAll(() => test.stop());
  beforeEach(() => {
    licensing = () => ({ licenseIds: [] });
    claims.length = 0;
  });

  async function registered(facts: { activationCode?: string; keyFile?: string; email?: string } = {}) {
    const email = facts.email ?? someEmail();
    const form = {
      firstName: 'Ada',
      lastName: 'Example',
      companyName: 'Acme GmbH',
      country: 'DE',
      surveyConsent: false,
    };
    await test.ask(register, { ...form, ...facts, email, acceptTerms: true, acceptPrivacy: true }, null);
    return { email, token: await tokenFor(test, email, 'activation') };
  }
  const use = (token: string, password = PASSWORD) => test.ask(activate, { token, password }, null);
  const idOf = async (email: string) =>
    (await test.query<{ id: string }>('select id from user_account where email_key = lower($1)', [email]))[0]!
      .id;

  it('[IDC-017] shows the address of the link and sets the password, after which the person can sign in, without a company', async () => {
    const { email, token } = await registered();
    expect(await test.ask(inspectLink, { token }, null)).toMatchObject({ purpose: 'activation', email });
    expect(await codeOf(signInAs(test, email))).toBe('CREDENTIALS_REJECTED');
    await use(token);
    const { user } = await signInAs(test, email);
    expect(user).toMatchObject({ email, firstName: 'Ada', role: 'none', company: null, rights: [] });
    const [event] = await eventsAbout(test, userActivated, user.id);
    expect(event!.data).toEqual({ userId: user.id, companyId: null });
    expect(claims).toEqual([]);
  });

  it('claims the code now, and makes the person owner of a new company', async () => {
    const { email, token } = await registered({ activationCode: 'ABCDE-FGHJK-LMNPQ-RSTUV' });
    expect(claims).toEqual([]);
    await use(token);
    const { user } = await signInAs(test, email);
    expect(user.role).toBe('owner');
    expect(user.company).toMatchObject({ name: 'Acme GmbH' });
    expect(user.rights).toContain('licenses.manage');
    expect(claims).toMatchObject([
      {
        companyId: user.company!.id,
        userId: user.id,
        companyName: 'Acme GmbH',
        activationCode: 'ABCDE-FGHJK-LMNPQ-RSTUV',
      },
    ]);
    await eventually(() =>
      expect(test.emitted(companyFounded).map((e) => e.data)).toContainEqual({
        companyId: user.company!.id,
        name: 'Acme GmbH',
        country: 'DE',
        ownerId: user.id,
      }),
    );
    const [event] = await eventsAbout(test, userActivated, user.id);
    expect(event!.data).toEqual({ userId: user.id, companyId: user.company!.id });
  });

  it('founds the company under the person’s name where none is given, however long the name is', async () => {
    for (const [firstName, lastName] of [
      ['a'.repeat(100), 'b'.repeat(100)],
      ['𠮷'.repeat(100), '😀'.repeat(100)],
    ] as const) {
      const email = someEmail();
      const form = {
        firstName,
        lastName,
        email,
        country: 'DE',
        surveyConsent: false,
        activationCode: 'ABCDE',
      };
      await test.ask(register, { ...form, acceptTerms: true, acceptPrivacy: true }, null);
      await use(await tokenFor(test, email, 'activation'));
      const { user } = await signInAs(test, email);
      const name = Array.from(`${firstName} ${lastName}`).slice(0, 200).join('');
      expect(user).toMatchObject({ role: 'owner', company: { name } });
      expect(claims.at(-1)!.companyName).toBe(name);
    }
  });

  it('claims a key file as well', async () => {
    const { token } = await registered({ keyFile: 'line 1\nline 2' });
    await use(token);
    expect(claims[0]).toMatchObject({ keyFile: 'line 1\nline 2' });
  });

  it('[IDC-021] keeps the account without a company when the license is refused, and has that mailed', async () => {
    licensing = () => refuse('LICENSE_EXPIRED');
    const { email, token } = await registered({ activationCode: 'ABCDE-FGHJK-LMNPQ-RSTUV' });
    await use(token);
    const { user } = await signInAs(test, email);
    expect(user).toMatchObject({ role: 'none', company: null });
    const [event] = await eventsAbout(test, licenseNotClaimed, user.id);
    expect(event!.data).toEqual({ userId: user.id, reason: 'LICENSE_EXPIRED' });
    expect(
      await test.query('select 1 from registration where code_sealed is not null and email = $1', [email]),
    ).toEqual([]);
  });

  it('has the effects of a claim once, if two instances end it at the same time', async () => {
    licensing = () => refuse('UNAVAILABLE');
    const { email, token } = await registered({ activationCode: 'ABCDE-FGHJK-LMNPQ-RSTUV' });
    await use(token);
    const userId = await idOf(email);
    const [claim] = await test.query<{ id: string }>(
      'select registration_id as id from license_claim where user_id = $1',
      [userId],
    );
    const founding = test.instances[0]!.app.get(CompanyFormation);
    const end = () => founding.refuse(claim!.id, 'CODE_UNKNOWN', RequestContext.system());
    await Promise.all([end(), end(), end()]);
    await eventsAbout(test, licenseNotClaimed, userId);
    expect(
      await test.query(
        `select 1 from outbox where subject like '%license-not-claimed%' and body->>'userId' = $1`,
        [userId],
      ),
    ).toHaveLength(1);
  });

  it('lets the person in while licensing is away, and claims for the same company when it is back', async () => {
    licensing = () => refuse('UNAVAILABLE');
    const { email, token } = await registered({ activationCode: 'ABCDE-FGHJK-LMNPQ-RSTUV' });
    await use(token);
    expect((await signInAs(test, email)).user.company).toBeNull();
    licensing = () => ({ licenseIds: [] });
    // As if the request that had it in work had crashed half a minute ago.
    await test.query(`update license_claim set next_try_at = now() where state = 'pending'`);
    const userId = await idOf(email);
    await eventually(async () => {
      const me = await test.ask(getMe, {}, test.identity.actor({ userId }));
      expect(me.role).toBe('owner');
    });
    expect(new Set(claims.map((c) => c.companyId)).size).toBe(1);
    await eventsAbout(test, userActivated, userId);
  });

  it('[IDC-020][IDC-029] refuses a password against the rules, and the link still works', async () => {
    const { token } = await registered();
    await expect(use(token, 'short')).rejects.toMatchObject({ code: 'PASSWORD_POLICY' });
    await use(token);
  });

  it('takes one of twenty parallel uses of a link', async () => {
    const { email, token } = await registered();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => codeOf(use(token))));
    expect(outcomes.filter((c) => c === 'OK')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['OK', 'LINK_INVALID']));
    expect(await test.query('select 1 from user_account where email_key = lower($1)', [email])).toHaveLength(
      1,
    );
  });

  it('takes every token of a link that was mailed twice, until one is used', async () => {
    const { email, token } = await registered();
    const second = await tokenFor(test, email, 'activation');
    await use(token);
    expect(await codeOf(use(second))).toBe('LINK_INVALID');
  });

  it('gives an address to the first used link; other registrations of it end', async () => {
    const attacker = await registered();
    const owner = await registered({ email: attacker.email.toLowerCase() });
    await use(owner.token);
    expect(await codeOf(use(attacker.token))).toBe('LINK_INVALID');
    expect((await signInAs(test, owner.email)).user.email).toBe(owner.email);
  });

  it.each([
    [
      '[IDC-016] expired a second ago',
      `update link set expires_at = now() - interval '1 second' where id = $1`,
      (t: string) => t,
    ],
    ['truncated', 'select $1', (t: string) => t.slice(0, -1)],
    ['used', 'update link set used_at = now() where id = $1', (t: string) => t],
    ['of another purpose', `update link set purpose = 'password_reset' where id = $1`, (t: string) => t],
  ])('refuses a link that is %s', async (_what, sql, change) => {
    const { email, token } = await registered();
    await test.query(sql, [await linkTo(test, email, 'activation')]);
    expect(await codeOf(use(change(token)))).toBe('LINK_INVALID');
  });

  it('refuses an activation link where a reset link is due', async () => {
    const { token } = await registered();
    expect(await codeOf(test.ask(resetPassword, { token, password: PASSWORD }, null))).toBe('LINK_INVALID');
    await use(token);
  });

  it('makes no token for a link that is used up', async () => {
    const { email, token } = await registered();
    await use(token);
    const linkId = await linkTo(test, email, 'activation');
    expect(await codeOf(test.ask(mintLink, { linkId }, null))).toBe('LINK_GONE');
  });
});
