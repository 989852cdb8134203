import { refreshSession, sessionRevoked, signOut } from '@tessera/contracts';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import { aPerson, resolved, signInAs, startIdentity } from '../../test/factories.js';

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
  });

  it('refuses after sign-out, after its time, and what it never gave', async () => {
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
