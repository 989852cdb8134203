import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@tessera/platform/testing';
import { bootstrapAdmin, orderCode, owner, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';

describe('sign-ins', () => {
  let world: World;
  const email = 'owner@acme.example';

  beforeAll(async () => {
    world = await World.start();
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    await owner(world, email, await orderCode(world, licenses, { companyName: 'Acme GmbH' }));
  });
  afterAll(() => world?.stop());

  /** As a page of the portal signs in; answers the cookies that the browser has afterwards. */
  async function browse(
    credentials: object,
    cookies = '',
  ): Promise<{ status: number; cookies: string; wait: number }> {
    const answer = await fetch(`${world.url}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: cookies },
      body: JSON.stringify(credentials),
    });
    await answer.arrayBuffer();
    const set = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
    return {
      status: answer.status,
      cookies: set.join('; '),
      wait: Number(answer.headers.get('retry-after')),
    };
  }
  const me = async (cookies: string) =>
    (await fetch(`${world.url}/api/v1/me`, { headers: { cookie: cookies } })).status;
  const soon = async <T>(look: () => Promise<T> | T, expected: T) => {
    for (const end = Date.now() + 5_000; (await look()) !== expected && Date.now() < end; await sleep(20));
    expect(await look()).toBe(expected);
  };
  /** Lets the windows and waits of failures pass. */
  const later = () =>
    Promise.all([
      world.query('identity', 'delete from attempt_window'),
      world.query('identity', 'delete from sign_in_failure'),
    ]);

  it('with twenty wrong passwords at once look at three, and keep no known browser out', async () => {
    const { cookies } = await browse({ email, password });
    const wrong = await Promise.all(
      Array.from({ length: 20 }, () => browse({ email, password: 'Wrong-2026!pass' })),
    );
    expect(wrong.filter((a) => a.status === 401)).toHaveLength(3);
    const refused = wrong.filter((a) => a.status === 429);
    expect(refused).toHaveLength(17);
    for (const { wait } of refused) {
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(10);
    }
    expect((await browse({ email, password })).status).toBe(429);
    expect((await browse({ email, password }, cookies)).status).toBe(200);
    await later();
  });

  it('with the right password are all let in, an office of fifty at once', async () => {
    const right = await Promise.all(Array.from({ length: 50 }, () => browse({ email, password })));
    expect(new Set(right.map((a) => a.status))).toEqual(new Set([200]));
  });

  it('in a browser that is signed in end its session before', async () => {
    const before = await browse({ email, password });
    expect(await me(before.cookies)).toBe(200);
    const after = await browse({ email: 'licenses@vendor.example', password }, before.cookies);
    expect(await me(after.cookies)).toBe(200);
    await soon(() => me(before.cookies), 401);
    await later();
  });

  it('of the vendor’s people by a program end after an hour without use', async () => {
    const credentials = { email: 'licenses@vendor.example', password };
    const program = (await world.api().post('/auth/sign-in', credentials)) as Record<string, string>;
    const shift = `update session set idle_until = idle_until - interval '61 minutes' where ended_at is null`;
    await world.query('identity', shift);
    const refresh = world.api().send('POST', '/auth/refresh', { refreshToken: program.refreshToken });
    expect((await refresh).status).toBe(401);
    expect((await world.api(program.accessToken).send('GET', '/me')).status).toBe(401);
  });

  it('whose spent token comes back are ended, and the person gets a mail', async () => {
    const program = (await world.api().post('/auth/sign-in', { email, password })) as Record<string, string>;
    const refresh = () => world.api().send('POST', '/auth/refresh', { refreshToken: program.refreshToken });
    expect((await refresh()).status).toBe(200);
    await world.query('identity', `update refresh_token set used_at = used_at - interval '1 minute'`);
    expect((await refresh()).status).toBe(401);
    const mail = await world.mail.wait(email, (m) => m.subject === 'A session of your account was ended');
    expect(mail.text).toContain('Forgot password');
  });

  it('take no password that is guessed first, also from the bundled program', async () => {
    await world.api().post('/auth/password/forgot', { email });
    const token = await world.mail.token(email, 'reset-password');
    for (const guessed of [
      'P@55w0rd',
      'Abcd1234!',
      'Acme-2026!',
      'Olga.Acker1',
      '1qaz@WSX',
      'Acme-Passwort1',
      'W.i.l.l.k.o.m.m.e.n1',
    ]) {
      const answer = await world.api().send('POST', '/auth/password/reset', { token, password: guessed });
      const { errors } = (await answer.json()) as { errors: { code: string }[] };
      expect([guessed, answer.status, errors.map((e) => e.code)]).toEqual([guessed, 422, ['TOO_COMMON']]);
    }
  });

  it('from a page of another site are refused, and the gateway’s log says so', async () => {
    const answer = await fetch(`${world.url}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ email, password }),
    });
    expect(answer.status).toBe(403);
    // The process that keeps the log writes the line a moment after the answer.
    await eventually(() => {
      const lines = readFileSync(join(world.home, 'logs/gateway.log'), 'utf8').split('\n');
      expect(lines.filter((line) => line.includes('"event":"malicious_cors"'))).toHaveLength(1);
    });
  });

  it('stand in the security log, also where the rest of the log has only warnings', async () => {
    const log = () => readFileSync(join(world.home, 'logs/identity.log'), 'utf8');
    const lines = log()
      .split('\n')
      .filter((line) => line.includes('"security":'));
    const names = lines.map((l) => (JSON.parse(l) as { security: { event: string } }).security.event);
    const events = [
      'authn_login_success',
      'authn_login_fail',
      'authn_token_reuse',
      'authz_admin',
      'session_expired',
    ];
    for (const event of events) expect(names).toContain(event);
    for (const secret of [password, 'Wrong-2026!pass', email, '127.0.0.1"'])
      expect(lines.join('\n')).not.toContain(secret);
  });
});
