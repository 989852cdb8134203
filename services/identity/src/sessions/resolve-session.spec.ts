import { createHmac } from 'node:crypto';
import { getMe, getSigningKeys, resolveSession, sessionRevoked, signOut } from '@tessera/contracts';
import { ACTOR_AUDIENCE, ACTOR_ISSUER, ACTOR_TYPE, RequestContext } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import { createLocalJWKSet, generateKeyPair, jwtVerify, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { aPerson, PASSWORD, resolved, signInAs, startIdentity } from '../../test/factories.js';

describe('a session', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());

  async function signedIn(facts: Parameters<typeof aPerson>[1] = {}) {
    const person = await aPerson(test, facts);
    return { ...(await signInAs(test, person.email)), person };
  }

  it('becomes a token for the bus, short-lived and signed by a published key', async () => {
    const { sessionToken, person } = await signedIn({ role: 'administrator', rights: ['licenses.manage'] });
    const { actorToken, ...rest } = await resolved(test, sessionToken);
    expect(rest).toMatchObject({
      companyId: person.companyId,
      role: 'administrator',
      rights: ['licenses.manage'],
    });
    const { keys } = await test.ask(getSigningKeys, {}, null);
    const { payload, protectedHeader } = await jwtVerify(
      actorToken,
      createLocalJWKSet({ keys: keys as never }),
      {
        issuer: ACTOR_ISSUER,
        audience: ACTOR_AUDIENCE,
        typ: ACTOR_TYPE,
        algorithms: ['EdDSA'],
      },
    );
    expect(protectedHeader.kid).not.toBe('test');
    expect(payload).toMatchObject({ sub: person.userId, cid: person.companyId, rights: ['licenses.manage'] });
    expect(payload.exp! - payload.iat!).toBe(120);
    expect(Date.parse(rest.useUntil) - Date.now()).toBeLessThanOrEqual(60_000);
  });

  it('gives an owner every right, and a device member none', async () => {
    const owner = await signedIn({ role: 'owner' });
    expect((await resolved(test, owner.sessionToken)).rights).toHaveLength(7);
    const device = await signedIn({ role: 'device_member', rights: ['users.invite'] });
    expect((await resolved(test, device.sessionToken)).rights).toEqual([]);
  });

  it('shows a withdrawn right at the next resolution', async () => {
    const { sessionToken, person } = await signedIn({ role: 'administrator', rights: ['licenses.manage'] });
    await test.query(`update membership set rights = '{}' where user_id = $1`, [person.userId]);
    expect((await resolved(test, sessionToken)).rights).toEqual([]);
  });

  it('ends at sign-out with its access token, and an event says so to the gateways', async () => {
    const { sessionToken, accessToken, person } = await signedIn();
    const other = await signInAs(test, person.email);
    const { sessionId } = await resolved(test, sessionToken);
    const actor = { ...person.actor, sessionId };
    await test.ask(signOut, {}, actor);
    await test.ask(signOut, {}, actor);
    for (const credential of [sessionToken, accessToken]) {
      expect(await codeOf(resolved(test, credential))).toBe('UNAUTHENTICATED');
    }
    expect(await codeOf(resolved(test, other.sessionToken))).toBe('OK');
    await eventually(() =>
      expect(test.emitted(sessionRevoked).filter((e) => e.data.sessionId === sessionId)).toHaveLength(1),
    );
  });

  it('is not ended by another person who names it', async () => {
    const { sessionToken } = await signedIn();
    const { sessionId } = await resolved(test, sessionToken);
    const stranger = await aPerson(test);
    await test.ask(signOut, {}, { ...stranger.actor, sessionId });
    expect(await codeOf(resolved(test, sessionToken))).toBe('OK');
  });

  it.each([
    ['its last hour is over', `update session set expires_at = now() where user_id = $1`],
    ['it was idle for too long', `update session set idle_until = now() where user_id = $1`],
    ['the person is gone', `delete from user_account where id = $1`],
  ])('is refused when %s', async (_what, sql) => {
    const { sessionToken, person } = await signedIn();
    await test.query(sql, [person.userId]);
    expect(await codeOf(resolved(test, sessionToken))).toBe('UNAUTHENTICATED');
  });

  it('stays alive while it is used', async () => {
    const { sessionToken, person } = await signedIn();
    await test.query(
      `update session set last_seen_at = now() - interval '2 minutes', idle_until = now() + interval '1 minute'
        where user_id = $1`,
      [person.userId],
    );
    await resolved(test, sessionToken);
    await eventually(async () => {
      const [row] = await test.query<{ moved: boolean }>(
        `select idle_until > now() + interval '7 hours' as moved from session where user_id = $1`,
        [person.userId],
      );
      expect(row!.moved).toBe(true);
    });
  });

  it('is not kept alive by resolutions without its person', async () => {
    const { sessionToken, accessToken, person } = await signedIn();
    await test.query(`update session set last_seen_at = now() - interval '2 minutes' where user_id = $1`, [
      person.userId,
    ]);
    const seen = async () =>
      (
        await test.query<{ at: Date }>('select last_seen_at as at from session where user_id = $1', [
          person.userId,
        ])
      )[0]!.at.getTime();
    const before = await seen();
    for (const credential of [sessionToken, accessToken])
      await test.ask(resolveSession, { credential, touch: false }, null);
    // No request waits for that write: those of two requests would have come before the end of this one.
    await signedIn();
    expect(await seen()).toBe(before);
    await resolved(test, accessToken);
    await eventually(async () => expect(await seen()).toBeGreaterThan(before + 60_000));
  });

  it('is as short as a privileged one as soon as its person is privileged', async () => {
    const { sessionToken, accessToken, person } = await signedIn();
    await test.query(`update user_account set staff_role = 'license-admin' where id = $1`, [person.userId]);
    await resolved(test, accessToken);
    const [row] = await test.query<{ idle: number; day: number }>(
      `select extract(epoch from idle_until - now())::float / 60 as idle,
              extract(epoch from expires_at - now())::float / 3600 as day from session where user_id = $1`,
      [person.userId],
    );
    expect(row!.idle).toBeLessThanOrEqual(60);
    expect(row!.day).toBeLessThanOrEqual(24);
    expect((await resolved(test, sessionToken)).role).toBe('license-admin');
  });

  it('ends when its browser signs in again, as any person, and not when that fails', async () => {
    const old = await signedIn();
    const [other, stranger] = [await aPerson(test), await signedIn()];
    const signInAgain = (email: string, password: string) =>
      codeOf(signInAs(test, email, password, { replaces: old.sessionToken }));
    expect(await signInAgain(old.person.email, 'wrong')).toBe('CREDENTIALS_REJECTED');
    expect(await codeOf(resolved(test, old.sessionToken))).toBe('OK');
    const { sessionId } = await resolved(test, old.sessionToken);
    expect(await signInAgain(other.email, PASSWORD)).toBe('OK');
    for (const credential of [old.sessionToken, old.accessToken])
      expect(await codeOf(resolved(test, credential))).toBe('UNAUTHENTICATED');
    expect(await codeOf(resolved(test, stranger.sessionToken))).toBe('OK');
    await eventually(() =>
      expect(test.emitted(sessionRevoked).map((e) => e.data)).toContainEqual({
        userId: old.person.userId,
        sessionId,
        reason: 'signed_in_anew',
      }),
    );
    expect(await signInAgain(other.email, PASSWORD)).toBe('OK');
  });

  it('ends its access token after five minutes', async () => {
    const { accessToken, person } = await signedIn();
    await test.query(
      `update access_token t set expires_at = now() from session s where s.id = t.session_id and s.user_id = $1`,
      [person.userId],
    );
    expect(await codeOf(resolved(test, accessToken))).toBe('UNAUTHENTICATED');
  });

  it.each(['', 'tsn_', 'tac_x', "' or 1=1 --", 'x'.repeat(200)])('is not %j', async (credential) => {
    expect(await codeOf(resolved(test, credential))).toBe('UNAUTHENTICATED');
  });

  describe('its token for the bus', () => {
    /** Asks with the token as it is. */
    async function askWith(actorToken: string): Promise<string> {
      const real = test.identity.context.bind(test.identity);
      test.identity.context = () => Promise.resolve(new RequestContext({ actorToken }));
      try {
        return await codeOf(test.ask(getMe, {}, null));
      } finally {
        test.identity.context = real;
      }
    }
    const now = () => Math.floor(Date.now() / 1000);
    const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

    it('is accepted as it was issued', async () => {
      const { sessionToken } = await signedIn();
      expect(await askWith((await resolved(test, sessionToken)).actorToken)).toBe('OK');
    });

    it('cannot be forged', async () => {
      const { sessionToken, person } = await signedIn();
      const { actorToken } = await resolved(test, sessionToken);
      const [header, payload] = actorToken.split('.') as [string, string];
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
      const [key] = (await test.ask(getSigningKeys, {}, null)).keys;
      const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
      const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
      const signed = (h: object, c: object = claims) =>
        new SignJWT({ ...c })
          .setProtectedHeader({ alg: 'EdDSA', typ: ACTOR_TYPE, kid, ...h })
          .sign(privateKey);
      const hs = `${b64({ alg: 'HS256', typ: ACTOR_TYPE, kid })}.${payload}`;
      const forged = [
        new UnsecuredJWT(claims).encode(),
        `${b64({ alg: 'none', typ: ACTOR_TYPE })}.${payload}.`,
        `${hs}.${createHmac('sha256', Buffer.from(key!.x, 'base64url')).update(hs).digest('base64url')}`,
        await signed({}),
        await signed({ jku: 'https://evil.example/jwks', kid: 'evil' }),
        await signed({ kid: '../../dev/null' }),
        await signed({ kid: "' union select 'x" }),
        `${header}.${b64({ ...claims, role: 'platform-admin' })}.${actorToken.split('.')[2]}`,
        actorToken.slice(0, -3),
        'x',
      ];
      for (const token of forged) expect(await askWith(token)).toBe('UNAUTHENTICATED');
      expect(person.userId).toBe(claims.sub);
    });

    it.each<[string, (claims: object) => object, object?]>([
      ['expired', (c: object) => ({ ...c, exp: now() - 120 })],
      ['not valid yet', (c: object) => ({ ...c, nbf: now() + 600 })],
      ['of another issuer', (c: object) => ({ ...c, iss: 'evil' })],
      ['for another audience', (c: object) => ({ ...c, aud: 'portal' })],
      ['of another type', (c: object) => c, { typ: 'JWT' }],
    ])('is refused when it is %s, even if we signed it', async (_what, change, header = {}) => {
      const person = await aPerson(test);
      const good = await test.identity.token(person.actor);
      const claims = JSON.parse(Buffer.from(good.split('.')[1]!, 'base64url').toString()) as object;
      const key = (test.identity as unknown as { privateKey: CryptoKey }).privateKey;
      const sign = (c: object, h: object) =>
        new SignJWT({ ...c })
          .setProtectedHeader({ alg: 'EdDSA', typ: ACTOR_TYPE, kid: 'test', ...h })
          .sign(key);
      expect(await askWith(await sign(claims, {}))).toBe('OK');
      expect(await askWith(await sign(change(claims), header))).toBe('UNAUTHENTICATED');
    });
  });
});
