import { Database } from '@tessera/platform';
import { codeOf, type TestService } from '@tessera/platform/testing';
import { aPerson, PASSWORD, signInAs, someEmail, startIdentity } from '../../test/factories.js';

const ROUNDS = 20;
const MAX_RATIO = 1.5;
/** Statements of the service's jobs, which run meanwhile. */
const OF_JOBS = /license_claim|search_key is null|refresh_token|delete from/;

describe('a sign-in that fails', () => {
  let test: TestService;
  let kinds: [kind: string, email: string, password: string][];
  beforeAll(async () => {
    // Hashing takes nearly all of the processor time, so that leaving it out shows without statistics.
    test = await startIdentity({
      ARGON2_MEMORY_KIB: '19456',
      ARGON2_ITERATIONS: '2',
      SIGN_IN_FREE_FAILURES: '90',
    });
    const known = await aPerson(test);
    const locked = await aPerson(test);
    const waiting = await aPerson(test, { staffRole: 'support-agent', activated: false });
    // The factory's hashes are cheap; a sign-in makes them ones with today's parameters.
    for (const { email } of [known, locked]) await signInAs(test, email);
    await codeOf(signInAs(test, locked.email, 'wrong'));
    await test.query(`update sign_in_failure set retry_at = now() + interval '1 hour'`);
    kinds = [
      ['a wrong password', known.email, 'wrong'],
      ['an unknown address', someEmail(), 'wrong'],
      ['a locked account', locked.email, PASSWORD],
      ['an account that is not activated', waiting.email, 'wrong'],
      ['no password', known.email, ''],
    ];
  });
  afterAll(() => test.stop());

  it('asks the database for the same, whatever the reason', async () => {
    const database = test.instances[0]!.app.get(Database);
    const query = database.query.bind(database);
    const asked: string[][] = [];
    database.query = <T>(sql: string, values?: unknown[]) => {
      if (!OF_JOBS.test(sql)) asked.at(-1)!.push(sql);
      return query<T>(sql, values);
    };
    for (const [, email, password] of kinds) {
      asked.push([]);
      expect(await codeOf(signInAs(test, email, password))).toBe('CREDENTIALS_REJECTED');
    }
    database.query = query;
    expect(asked[0]!.length).toBeGreaterThanOrEqual(2);
    for (const statements of asked) expect(statements).toEqual(asked[0]);
  });

  it('takes the same processor time, whatever the reason', async () => {
    // Processor time, which other programs of the machine hardly change; in turns, and the least of each.
    const least = kinds.map(() => Infinity);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, [, email, password]] of kinds.entries()) {
        const before = process.cpuUsage();
        expect(await codeOf(signInAs(test, email, password))).toBe('CREDENTIALS_REJECTED');
        const { user, system } = process.cpuUsage(before);
        least[i] = Math.min(least[i]!, (user + system) / 1_000);
      }
    }
    const milliseconds = Object.fromEntries(kinds.map(([kind], i) => [kind, least[i]!]));
    const ratio = Math.max(...least) / Math.min(...least);
    expect({ milliseconds, alike: ratio < MAX_RATIO }).toEqual({ milliseconds, alike: true });
  }, 120_000);
});
