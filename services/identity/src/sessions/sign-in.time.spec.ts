import { codeOf, type TestService } from '@tessera/platform/testing';
import { aPerson, PASSWORD, signInAs, someEmail, startIdentity } from '../../test/factories.js';

const LEAST_ROUNDS = 5;
const MOST_ROUNDS = 40;

describe('the time that sign-in takes', () => {
  let test: TestService;
  beforeAll(async () => {
    // Hashing takes nearly all of the time, so that leaving it out shows without statistics.
    test = await startIdentity({
      ARGON2_MEMORY_KIB: '47104',
      ARGON2_ITERATIONS: '2',
      SIGN_IN_FREE_FAILURES: '90',
    });
  });
  afterAll(() => test.stop());

  it('is the same for a wrong password, an unknown address, a locked and a waiting account, and no password', async () => {
    const known = await aPerson(test);
    const locked = await aPerson(test);
    const waiting = await aPerson(test, { staffRole: 'support-agent', activated: false });
    // The factory's hashes are cheap; a sign-in makes them ones with today's parameters.
    for (const { email } of [known, locked]) await signInAs(test, email);
    await codeOf(signInAs(test, locked.email, 'wrong'));
    await test.query(`update sign_in_failure set retry_at = now() + interval '1 hour'`);
    const tries: [string, string][] = [
      [known.email, 'wrong'],
      [someEmail(), 'wrong'],
      [locked.email, PASSWORD],
      [waiting.email, 'wrong'],
      [known.email, ''],
    ];
    // In turns, and the quickest of each, until they are alike: what else the machine does then hits all alike in the end,
    // while an answer without hashing stays far quicker, however often it is tried.
    const quickest = tries.map(() => Infinity);
    const alike = () => Math.max(...quickest) < 2 * Math.min(...quickest);
    for (let round = 0; round < MOST_ROUNDS && !(round >= LEAST_ROUNDS && alike()); round++) {
      for (const [i, [email, password]] of tries.entries()) {
        const began = performance.now();
        const code = await codeOf(signInAs(test, email, password));
        // What the machine had no time for says nothing about the time that it takes.
        if (code === 'DEADLINE_EXCEEDED') continue;
        expect(code).toBe('CREDENTIALS_REJECTED');
        quickest[i] = Math.min(quickest[i]!, performance.now() - began);
      }
    }
    expect({ quickest, alike: alike() }).toMatchObject({ alike: true });
  }, 120_000);
});
