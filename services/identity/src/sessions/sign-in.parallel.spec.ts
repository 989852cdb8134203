import type { Problem } from '@tessera/platform';
import { codeOf, type TestService } from '@tessera/platform/testing';
import { waitAfter } from '../throttling/back-off.js';
import { aPerson, PASSWORD, signInAs, someEmail, startIdentity } from '../../test/factories.js';

type How = Parameters<typeof signInAs>[3];

describe('sign-ins at the same time', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity({ SIGN_IN_ADDRESS_FAILURES_10S: '3', SIGN_IN_ADDRESS_FAILURES_10MIN: '20' });
    // What one instance counts, the other one goes by.
    await test.addInstance();
  });
  afterAll(() => test.stop());
  beforeEach(() => test.query('delete from sign_in_failure'));

  /** Seconds that have to pass between two numbers of failures. */
  const waitedBetween = (from: number, to: number): number => {
    let seconds = 0;
    for (let n = from; n < to; n++) seconds += waitAfter(n, 5);
    return seconds;
  };

  let network = 0;
  const someAddress = () => `198.51.${Math.floor(++network / 250)}.${(network % 250) + 1}`;
  const burst = async (times: number, email: (n: number) => string, how: (n: number) => How) => {
    const each = Array.from({ length: times }, (_, n) => codeOf(signInAs(test, email(n), 'wrong', how(n))));
    const outcomes = await Promise.all(each);
    return (code: string) => outcomes.filter((o) => o === code).length;
  };
  const counted = async () =>
    (
      await test.query<{ attempts: number; failures: number; wait: number }>(
        `select attempts, failures, extract(epoch from retry_at - now())::float as wait from sign_in_failure`,
      )
    )[0]!;
  /** Lets seconds pass. */
  const later = async (seconds: number) => {
    const by = `- make_interval(secs => ${seconds})`;
    await test.query(`update sign_in_failure set retry_at = retry_at ${by}, last_at = last_at ${by}`);
    await test.query(`update attempt_window set started_at = started_at ${by}`);
  };

  it('from ten addresses into one account try five wrong passwords of a hundred, and the wait is that of five', async () => {
    const person = await aPerson(test);
    const addresses = Array.from({ length: 10 }, someAddress);
    const began = performance.now();
    const count = await burst(
      100,
      () => person.email,
      (n) => ({ clientAddress: addresses[n % 10]! }),
    );
    const elapsed = (performance.now() - began) / 1_000;
    expect(count('OK')).toBe(0);
    const { attempts, failures, wait } = await counted();
    expect(attempts).toBe(failures);
    expect(failures).toBeGreaterThanOrEqual(5);
    // Five are free; each more has waited its time within the burst, which a slow machine draws out.
    expect(waitedBetween(5, failures)).toBeLessThanOrEqual(elapsed);
    await later(wait);
    expect(await codeOf(signInAs(test, person.email, PASSWORD, { clientAddress: someAddress() }))).toBe('OK');
  });

  it('after five failures in a row try one more after each wait, however many come', async () => {
    const person = await aPerson(test);
    let before = 0;
    for (let round = 0; round < 7; round++) {
      const began = performance.now();
      await burst(
        12,
        () => person.email,
        () => ({ clientAddress: someAddress() }),
      );
      const elapsed = (performance.now() - began) / 1_000;
      const { failures, wait } = await counted();
      expect(failures).toBeGreaterThanOrEqual(Math.max(5, before + 1));
      expect(waitedBetween(Math.max(5, before + 1), failures)).toBeLessThanOrEqual(elapsed);
      expect(wait).toBeLessThanOrEqual(waitAfter(failures, 5));
      expect(wait).toBeGreaterThan(waitAfter(failures, 5) - elapsed);
      await later(wait + 0.1);
      before = failures;
    }
  });

  it('from one address try three wrong passwords of fifty, into one account or into fifty', async () => {
    for (const same of [true, false]) {
      const clientAddress = someAddress();
      const email = someEmail();
      const count = await burst(
        50,
        () => (same ? email : someEmail()),
        () => ({ clientAddress }),
      );
      expect(count('CREDENTIALS_REJECTED')).toBe(3);
      expect(count('TOO_MANY_REQUESTS')).toBe(47);
    }
  });

  it('from one address are all let in with the right password, into one account or into many', async () => {
    const people = [await aPerson(test), await aPerson(test), await aPerson(test)];
    const clientAddress = someAddress();
    for (const among of [1, 3]) {
      const together = Array.from({ length: 40 }, (_, n) =>
        codeOf(signInAs(test, people[n % among]!.email, PASSWORD, { clientAddress })),
      );
      expect(new Set(await Promise.all(together))).toEqual(new Set(['OK']));
    }
    expect(await counted()).toMatchObject({ attempts: 0, failures: 0 });
  });

  it('let a known browser in meanwhile and afterwards, from the very address that they come from', async () => {
    const person = await aPerson(test);
    const clientAddress = someAddress();
    const { knownDevice } = await signInAs(test, person.email, PASSWORD, { clientAddress });
    const known = () => codeOf(signInAs(test, person.email, PASSWORD, { clientAddress, knownDevice }));
    const wrong = burst(
      60,
      () => person.email,
      (n) => ({ clientAddress: n % 2 ? clientAddress : someAddress() }),
    );
    expect(await Promise.all([known(), known(), known()])).toEqual(['OK', 'OK', 'OK']);
    await wrong;
    expect(await known()).toBe('OK');
    // Its own failures do hold it up.
    for (let n = 0; n < 5; n++)
      expect(await codeOf(signInAs(test, person.email, 'wrong', { clientAddress, knownDevice }))).toBe(
        'CREDENTIALS_REJECTED',
      );
    expect(await known()).toBe('CREDENTIALS_REJECTED');
  });

  it('tell a wait after which the right password does pass', async () => {
    const person = await aPerson(test);
    const clientAddress = someAddress();
    const right = () => signInAs(test, person.email, PASSWORD, { clientAddress });
    const refusal = async () => ((await right().catch((e: unknown) => e)) as Problem).document;
    await burst(
      20,
      () => someEmail(),
      () => ({ clientAddress }),
    );
    const { code, retryAfter } = await refusal();
    expect(code).toBe('TOO_MANY_REQUESTS');
    expect(retryAfter).toBeGreaterThan(5);
    expect(retryAfter).toBeLessThanOrEqual(10);
    await later(retryAfter! - 1.5);
    expect(await codeOf(right())).toBe('TOO_MANY_REQUESTS');
    await later(1.5);
    expect(await codeOf(right())).toBe('OK');
  });

  it('of an instance that died block an account for half a minute at most, and count as failures', async () => {
    const person = await aPerson(test);
    await codeOf(signInAs(test, person.email, 'wrong', { clientAddress: someAddress() }));
    await test.query(`update sign_in_failure set attempts = 5, last_at = now() - interval '31 seconds'`);
    await codeOf(signInAs(test, person.email, 'wrong', { clientAddress: someAddress() }));
    expect(await counted()).toMatchObject({ attempts: 6, failures: 6 });
    await later(3);
    expect(await codeOf(signInAs(test, person.email, PASSWORD, { clientAddress: someAddress() }))).toBe('OK');
  });
});
