import { refreshSession, refreshTokenReused, sessionRevoked, signOut } from '@tessera/contracts';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import { aPerson, eventsAbout, PASSWORD, resolved, signInAs, startIdentity } from '../../test/factories.js';

describe('refresh', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());

  const refresh = (refreshToken: string) => test.ask(refreshSession, { refreshToken }, null);
  async function signedIn() {
    const person = await aPerson(test);
    return { ...(await signInAs(test, person.email)), userId: person.userId };
  }
  /** Lets the grace time pass. */
  const later = () => test.query(`update refresh_token set used_at = used_at - interval '11 seconds'`);

  it('answers a new pair, of which both parts work', async () => {
    const { refreshToken, userId } = await signedIn();
    const next = await refresh(refreshToken);
    expect(next.refreshToken).not.toBe(refreshToken);
    expect((await resolved(test, next.accessToken)).userId).toBe(userId);
    expect(await codeOf(refresh(next.refreshToken))).toBe('OK');
  });

  it('answers twenty parallel uses within the grace time with one successor', async () => {
    const { refreshToken } = await signedIn();
    const replies = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    expect(new Set(replies.map((r) => JSON.stringify(r))).size).toBe(1);
  });

  it('ends the session with all its tokens when a spent token comes back after the grace time', async () => {
    const first = await signedIn();
    const next = await refresh(first.refreshToken);
    await later();
    expect(await codeOf(refresh(first.refreshToken))).toBe('CREDENTIALS_REJECTED');
    expect(await codeOf(refresh(next.refreshToken))).toBe('CREDENTIALS_REJECTED');
    for (const credential of [first.sessionToken, first.accessToken, next.accessToken]) {
      expect(await codeOf(resolved(test, credential))).toBe('UNAUTHENTICATED');
    }
    await eventually(() =>
      expect(test.emitted(sessionRevoked).map((e) => e.data)).toContainEqual(
        expect.objectContaining({ userId: first.userId, reason: 'token_reused' }),
      ),
    );
    const [reused] = await eventsAbout(test, refreshTokenReused, first.userId);
    const { sessionId } = reused!.data as { sessionId: string };
    const logged = test.securityLog('authn_token_reuse').filter((l) => l.targetId === first.userId);
    expect(logged).toMatchObject([{ sessionId }]);
  });

  describe('of staff, partners, owners and administrators', () => {
    it.each([
      ['owner', { role: 'owner' }],
      ['administrator', { role: 'administrator' }],
      ['support agent', { staffRole: 'support-agent' }],
      ['partner', { staffRole: 'partner' }],
    ] as const)('%s: ends after an hour without use, and after a day at the latest', async (_who, facts) => {
      const person = await aPerson(test, facts);
      const begin = () => signInAs(test, person.email, PASSWORD, { program: true });
      const shift = (minutes: number) =>
        test.query(
          `update session set idle_until = idle_until - make_interval(mins => $2),
             expires_at = expires_at - make_interval(mins => $2) where user_id = $1`,
          [person.userId, minutes],
        );
      const idle = await begin();
      await shift(59);
      expect(await codeOf(resolved(test, idle.accessToken))).toBe('OK');
      // Each use gives it another hour, until the day is over.
      const first = await refresh(idle.refreshToken);
      await shift(59);
      const { refreshToken, accessToken } = await refresh(first.refreshToken);
      await shift(61);
      expect(await codeOf(refresh(refreshToken))).toBe('CREDENTIALS_REJECTED');
      expect(await codeOf(resolved(test, accessToken))).toBe('UNAUTHENTICATED');

      let used = await begin();
      for (let hour = 0; hour < 24; hour++) {
        const next = await refresh(used.refreshToken);
        used = { ...used, ...next };
        await shift(59);
      }
      await shift(30);
      expect(await codeOf(refresh(used.refreshToken))).toBe('CREDENTIALS_REJECTED');
      expect(await codeOf(resolved(test, used.accessToken))).toBe('UNAUTHENTICATED');
    });
  });

  it('keeps a member’s program for two weeks without use, and a page for eight hours', async () => {
    const person = await aPerson(test, { role: 'member' });
    const shift = (hours: number) =>
      test.query(
        `update session set idle_until = idle_until - make_interval(hours => $2) where user_id = $1`,
        [person.userId, hours],
      );
    const program = await signInAs(test, person.email, PASSWORD, { program: true });
    await shift(13 * 24);
    const { refreshToken } = await refresh(program.refreshToken);
    await shift(14 * 24 + 1);
    expect(await codeOf(refresh(refreshToken))).toBe('CREDENTIALS_REJECTED');
    const page = await signInAs(test, person.email);
    await shift(7);
    expect(await codeOf(resolved(test, page.sessionToken))).toBe('OK');
    await shift(2);
    expect(await codeOf(resolved(test, page.sessionToken))).toBe('UNAUTHENTICATED');
  });

  it('refuses after sign-out, after its time, and a token that was never issued', async () => {
    const out = await signedIn();
    const { sessionId } = await resolved(test, out.sessionToken);
    await test.ask(signOut, {}, test.identity.actor({ userId: out.userId, sessionId }));
    const late = await signedIn();
    await test.query(
      `update refresh_token r set expires_at = now() from session s where s.id = r.session_id and s.user_id = $1`,
      [late.userId],
    );
    const wrong = [out.refreshToken, late.refreshToken, late.accessToken, late.sessionToken, 'trf_x', ''];
    for (const token of wrong) expect(await codeOf(refresh(token))).toBe('CREDENTIALS_REJECTED');
  });
});
