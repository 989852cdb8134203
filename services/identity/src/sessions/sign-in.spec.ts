import { forgotPassword, resetPassword, signIn } from '@tessera/contracts';
import type { Problem } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import pg from 'pg';
import {
  aPerson,
  PASSWORD,
  resolved,
  signInAs,
  someEmail,
  startIdentity,
  tokenFor,
} from '../../test/factories.js';

describe('sign-in', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());

  /** Lets the wait after failures pass. */
  const wait = () => test.query(`update sign_in_failure set retry_at = now() - interval '1 second'`);
  const failuresOf = async () =>
    (await test.query<{ n: number }>('select coalesce(max(failures), 0)::int as n from sign_in_failure'))[0]!
      .n;

  it('answers a session, tokens for programs, and the person', async () => {
    const person = await aPerson(test, { role: 'member' });
    const signedIn = await signInAs(test, person.email.toLowerCase());
    expect(signedIn.user).toMatchObject({ id: person.userId, email: person.email, role: 'member' });
    for (const credential of [signedIn.sessionToken, signedIn.accessToken]) {
      expect((await resolved(test, credential)).userId).toBe(person.userId);
    }
  });

  it('keeps no token in the database, only hashes', async () => {
    const person = await aPerson(test);
    const signedIn = await signInAs(test, person.email);
    const rows = await test.query<{ t: string }>(
      `select row_to_json(s)::text as t from session s union all select row_to_json(a)::text from access_token a
       union all select row_to_json(r)::text from refresh_token r union all select row_to_json(d)::text from known_device d`,
    );
    const stored = rows.map((r) => r.t).join('\n');
    for (const token of [
      signedIn.sessionToken,
      signedIn.accessToken,
      signedIn.refreshToken,
      signedIn.knownDevice,
    ]) {
      expect(stored).not.toContain(token);
      expect(stored).not.toContain(Buffer.from(token).toString('hex'));
    }
  });

  it('begins a new session every time', async () => {
    const person = await aPerson(test);
    const [a, b] = [await signInAs(test, person.email), await signInAs(test, person.email)];
    expect(a.sessionToken).not.toBe(b.sessionToken);
  });

  it('admits all who sign in at the same time, from one address and into one account', async () => {
    const people = [await aPerson(test), await aPerson(test)];
    await signInAs(test, people[0]!.email);
    // The longer of the address's two windows comes first in the table, a page before the other, and autovacuum has told
    // the planner how small that is: it reads all of it then, and what locks as it reads locks the wrong way round.
    const windows = await test.query<{ key: Buffer; seconds: number }>(
      'delete from attempt_window returning key, seconds',
    );
    const insert = (key: Buffer, seconds: number) =>
      test.query('insert into attempt_window values ($1, $2, now(), 0, 0)', [key, seconds]);
    const longest = (a: { seconds: number }, b: { seconds: number }) => b.seconds - a.seconds;
    for (const { key, seconds } of windows.sort(longest)) {
      await insert(key, seconds);
      await test.query(`insert into attempt_window select sha256(n::text::bytea), 0, now(), 0, 0
                          from generate_series(1, 200) as n on conflict do nothing`);
    }
    await test.query('delete from attempt_window where seconds = 0');
    await test.query('vacuum analyze attempt_window');
    const outcomes = new Set<string>();
    for (let round = 0; round < 10; round++) {
      const together = Array.from({ length: 16 }, (_, n) => codeOf(signInAs(test, people[n % 2]!.email)));
      for (const code of await Promise.all(together)) outcomes.add(code);
    }
    expect([...outcomes]).toEqual(['OK']);
  });

  it.each([
    ['member', 30 * 24],
    ['owner', 24],
  ] as const)('ends the session of a %s after %i hours at the latest', async (role, hours) => {
    const person = await aPerson(test, { role });
    const { expiresAt } = await signInAs(test, person.email);
    expect((Date.parse(expiresAt) - Date.now()) / 3_600_000).toBeCloseTo(hours, 1);
  });

  it('begins none with a password that was changed while it was being verified', async () => {
    const person = await aPerson(test);
    const other = new pg.Client({ connectionString: test.databaseUrl });
    await other.connect();
    try {
      await other.query('begin');
      await other.query(`update user_account set password_hash = 'another' where id = $1`, [person.userId]);
      const late = codeOf(signInAs(test, person.email));
      await eventually(async () =>
        expect(
          await test.query(`select from pg_stat_activity where wait_event_type = 'Lock'
            and datname = current_database() and query like '%insert into session%'`),
        ).not.toHaveLength(0),
      );
      await other.query('commit');
      expect(await late).toBe('CREDENTIALS_REJECTED');
    } finally {
      await other.end();
    }
    expect(await test.query('select from session where user_id = $1', [person.userId])).toHaveLength(0);
    expect(await test.query('select from known_device where user_id = $1', [person.userId])).toHaveLength(0);
    // The attempt stays counted.
    expect(await test.query('select from sign_in_failure where attempts = 1')).not.toHaveLength(0);
  });

  describe('never tells what is wrong', () => {
    it('in its bytes', async () => {
      const known = await aPerson(test);
      const locked = await aPerson(test);
      for (let i = 0; i < 5; i++) await codeOf(signInAs(test, locked.email, 'wrong'));
      const waiting = await aPerson(test, { staffRole: 'support-agent', activated: false });
      const attempts: [string, string][] = [
        [someEmail(), PASSWORD],
        [known.email, 'wrong'],
        [known.email, ''],
        [locked.email, PASSWORD],
        [waiting.email, PASSWORD],
        ['no address', PASSWORD],
        [known.email.replace('k', '\u212A'), 'wrong'],
      ];
      const bodies = new Set<string>();
      for (const [email, password] of attempts) {
        const error = await signInAs(test, email, password).then(
          () => null,
          (e: unknown) => e as Problem,
        );
        bodies.add(JSON.stringify({ ...error!.document, traceId: '' }));
      }
      expect(bodies.size).toBe(1);
      expect([...bodies][0]).toContain('CREDENTIALS_REJECTED');
    });
  });

  it('hashes a password again when the parameters have risen', async () => {
    const person = await aPerson(test);
    const hash = async () =>
      (
        await test.query<{ h: string }>('select password_hash as h from user_account where id = $1', [
          person.userId,
        ])
      )[0]!.h;
    const stronger = await test.addInstance({ ARGON2_ITERATIONS: '2' });
    await test.instances.shift()!.stop();
    test.instances = [stronger];
    await signInAs(test, person.email);
    expect(await hash()).toContain('t=2,');
    await signInAs(test, person.email);
  });

  describe('against guessing', () => {
    it('admits five attempts, then none until the wait is over, even with the right password', async () => {
      const person = await aPerson(test);
      for (let i = 0; i < 5; i++) await codeOf(signInAs(test, person.email, 'wrong'));
      expect(await codeOf(signInAs(test, person.email))).toBe('CREDENTIALS_REJECTED');
      await wait();
      expect(await codeOf(signInAs(test, person.email))).toBe('OK');
    });

    it('starts to count again after a success', async () => {
      const person = await aPerson(test);
      for (let round = 0; round < 3; round++) {
        for (let i = 0; i < 4; i++) await codeOf(signInAs(test, person.email, 'wrong'));
        expect(await codeOf(signInAs(test, person.email))).toBe('OK');
      }
    });

    it('checks no more than a hundred passwords, parallel ones too; a known browser and the reset still work', async () => {
      await test.query('delete from sign_in_failure');
      const person = await aPerson(test);
      const { knownDevice } = await signInAs(test, person.email);
      for (let round = 0; round < 110; round++) {
        await Promise.all(Array.from({ length: 3 }, () => codeOf(signInAs(test, person.email, 'wrong'))));
        await wait();
      }
      expect(await failuresOf()).toBe(100);
      expect(await codeOf(signInAs(test, person.email))).toBe('CREDENTIALS_REJECTED');
      expect(await codeOf(signInAs(test, person.email, PASSWORD, { knownDevice }))).toBe('OK');

      await test.ask(forgotPassword, { email: person.email }, null);
      const token = await tokenFor(test, person.email, 'password_reset');
      await test.ask(resetPassword, { token, password: 'Another-8-horse' }, null);
      expect(await codeOf(signInAs(test, person.email, 'Another-8-horse'))).toBe('OK');
    });

    it("takes no one else's browser for a known one", async () => {
      const [person, other] = [await aPerson(test), await aPerson(test)];
      const { knownDevice } = await signInAs(test, other.email);
      for (let i = 0; i < 5; i++) await codeOf(signInAs(test, person.email, 'wrong'));
      expect(await codeOf(signInAs(test, person.email, PASSWORD, { knownDevice }))).toBe(
        'CREDENTIALS_REJECTED',
      );
    });

    it('counts the cases of an address as one', async () => {
      const person = await aPerson(test);
      for (const email of [person.email, person.email.toLowerCase(), person.email.toUpperCase()]) {
        for (let i = 0; i < 2; i++) await codeOf(signInAs(test, email, 'wrong'));
      }
      expect(await codeOf(signInAs(test, person.email))).toBe('CREDENTIALS_REJECTED');
    });
  });

  it('refuses a one-time code, which nothing would check, for every account and before any is looked at', async () => {
    const person = await aPerson(test);
    for (const email of [person.email, someEmail()]) {
      const refused = await signInAs(test, email, PASSWORD, { otp: '123456' }).catch((e: unknown) => e);
      const { errors } = (refused as Problem).document;
      expect(errors).toMatchObject([{ field: 'otp', code: 'NOT_SUPPORTED' }]);
    }
    expect(await codeOf(signInAs(test, person.email, PASSWORD, { otp: '' }))).toBe('OK');
  });

  it('ignores fields that are not a request’s to set', async () => {
    const person = await aPerson(test);
    const body = {
      email: person.email,
      password: PASSWORD,
      role: 'platform-admin',
      companyId: person.userId,
    };
    const { user } = await test.ask(signIn, body, null);
    expect(user).toMatchObject({ role: 'none', company: null });
  });
});
