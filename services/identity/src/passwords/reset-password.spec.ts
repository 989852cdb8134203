import {
  forgotPassword,
  linkRequested,
  mintLink,
  passwordChanged,
  resetPassword,
  sessionRevoked,
} from '@tessera/contracts';
import type { Problem } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import {
  aPerson,
  eventsAbout,
  linkTo,
  PASSWORD,
  resolved,
  signInAs,
  someEmail,
  startIdentity,
  tokenFor,
} from '../../test/factories.js';

describe('a forgotten password', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity({ MAILS_PER_RECIPIENT_PURPOSE_HOUR: '20', MAILS_PER_RECIPIENT_10MIN: '60' });
  });
  afterAll(() => test.stop());

  const forget = (email: string) => test.ask(forgotPassword, { email }, null);
  const reset = (token: string, password: string) => test.ask(resetPassword, { token, password }, null);
  const NEXT = 'Another-8-horse';

  it('[IDC-033] is replaced through a mailed link that lives an hour, and does not sign in', async () => {
    const person = await aPerson(test);
    expect(await forget(person.email.toLowerCase())).toEqual({});
    const linkId = await linkTo(test, person.email, 'password_reset');
    await eventually(() =>
      expect(test.emitted(linkRequested).map((e) => e.data)).toContainEqual({
        linkId,
        purpose: 'password_reset',
      }),
    );
    const minted = await test.ask(mintLink, { linkId }, null);
    // To the address as stored, not as typed.
    expect(minted.email).toBe(person.email);
    expect(minted.url).toMatch(/^https:\/\/portal\.example\/reset-password#token=/);
    expect((Date.parse(minted.expiresAt) - Date.now()) / 60_000).toBeCloseTo(60, 0);
    await reset(minted.url.split('=')[1]!, NEXT);
    expect(await codeOf(signInAs(test, person.email))).toBe('CREDENTIALS_REJECTED');
    expect(await codeOf(signInAs(test, person.email, NEXT))).toBe('OK');
    expect(
      await test.query('select 1 from session where user_id = $1 and ended_at is null', [person.userId]),
    ).toHaveLength(1);
  });

  it('ends every session, and mails the person', async () => {
    const person = await aPerson(test);
    const sessions = [await signInAs(test, person.email), await signInAs(test, person.email)];
    await forget(person.email);
    await reset(await tokenFor(test, person.email, 'password_reset'), NEXT);
    for (const s of sessions) {
      for (const credential of [s.sessionToken, s.accessToken])
        expect(await codeOf(resolved(test, credential))).toBe('UNAUTHENTICATED');
    }
    const [revoked] = await eventsAbout(test, sessionRevoked, person.userId);
    expect(revoked!.data).toEqual({ userId: person.userId, sessionId: null });
    await eventsAbout(test, passwordChanged, person.userId);
  });

  it('answers the same for an unknown address, and mails nothing', async () => {
    const waiting = await aPerson(test, { staffRole: 'support-agent', activated: false });
    for (const email of [someEmail(), waiting.email]) {
      expect(await forget(email)).toEqual({});
      const linkId = await linkTo(test, email, 'password_reset');
      expect(await codeOf(test.ask(mintLink, { linkId }, null))).toBe('LINK_GONE');
    }
  });

  it('[IDC-029] is replaced only by one that keeps the rules', async () => {
    const person = await aPerson(test);
    await forget(person.email);
    const token = await tokenFor(test, person.email, 'password_reset');
    const broken = async (password: string) => {
      const error = await reset(token, password).catch((e: unknown) => e as Problem);
      return (error as Problem).document.errors?.map((e) => e.code);
    };
    expect(await broken('short')).toEqual(['TOO_SHORT', 'NO_UPPER_CASE', 'NO_DIGIT', 'NO_SPECIAL_CHARACTER']);
    expect(await broken(person.email)).toContain('IS_EMAIL');
    expect(await broken(PASSWORD)).toEqual(['USED_BEFORE']);
    expect(await codeOf(reset(token, NEXT))).toBe('OK');
  });

  it('bars the last eight, and no more', async () => {
    const person = await aPerson(test);
    const change = async (password: string) => {
      await forget(person.email);
      return codeOf(reset(await tokenFor(test, person.email, 'password_reset'), password));
    };
    for (let i = 0; i < 7; i++) expect(await change(`Horse-number-${i}`)).toBe('OK');
    expect(await change(PASSWORD)).toBe('PASSWORD_POLICY');
    expect(await change('Horse-number-7')).toBe('OK');
    expect(await change(PASSWORD)).toBe('OK');
    expect(await change('Horse-number-2')).toBe('PASSWORD_POLICY');
  });

  it('takes one of ten parallel uses, and voids the other links to the person', async () => {
    const person = await aPerson(test);
    await forget(person.email);
    const older = await tokenFor(test, person.email, 'password_reset');
    await forget(person.email);
    const token = await tokenFor(test, person.email, 'password_reset');
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => codeOf(reset(token, `Horse-number-${i}`))),
    );
    expect(outcomes.filter((c) => c === 'OK')).toHaveLength(1);
    expect(await codeOf(reset(older, NEXT))).toBe('LINK_INVALID');
  });

  it.each([
    ['expired a second ago', `update link set expires_at = now() - interval '1 second' where user_id = $1`],
    [
      'to an address that the account has no more',
      `update user_account set email_key = 'new@example.com' where id = $1`,
    ],
  ])('is not replaced by a link %s', async (_what, sql) => {
    const person = await aPerson(test);
    await forget(person.email);
    const token = await tokenFor(test, person.email, 'password_reset');
    await test.query(sql, [person.userId]);
    expect(await codeOf(reset(token, NEXT))).toBe('LINK_INVALID');
  });
});
