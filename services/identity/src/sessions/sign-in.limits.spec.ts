import type { Problem } from '@tessera/platform';
import { codeOf, type TestService } from '@tessera/platform/testing';
import { aPerson, PASSWORD, signInAs, someEmail, startIdentity } from '../../test/factories.js';

describe('sign-in from one address', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity({ SIGN_IN_ADDRESS_FAILURES_10S: '3', SIGN_IN_ADDRESS_FAILURES_10MIN: '20' });
  });
  afterAll(() => test.stop());
  const fail = (clientAddress: string) => codeOf(signInAs(test, someEmail(), 'wrong', { clientAddress }));

  it('is refused after three failures in ten seconds, with the time until the next attempt', async () => {
    for (let i = 0; i < 3; i++) expect(await fail('192.0.2.1')).toBe('CREDENTIALS_REJECTED');
    const refusal = await signInAs(test, someEmail(), 'wrong', { clientAddress: '192.0.2.1' }).catch(
      (e: unknown) => e as Problem,
    );
    expect(refusal).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect((refusal as Problem).document.retryAfter).toBeGreaterThan(0);
    expect(await fail('192.0.2.2')).toBe('CREDENTIALS_REJECTED');
  });

  it('may go on when the window is over, up to twenty failures in ten minutes', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 21; i++) {
      outcomes.push(await fail('192.0.2.5'));
      await test.query(
        `update attempt_window set started_at = started_at - interval '11 seconds' where seconds = 10`,
      );
    }
    expect(outcomes.slice(0, 20)).toEqual(Array(20).fill('CREDENTIALS_REJECTED'));
    expect(outcomes[20]).toBe('TOO_MANY_REQUESTS');
  });

  it('counts no successes', async () => {
    const person = await aPerson(test);
    for (let i = 0; i < 25; i++) {
      expect(await codeOf(signInAs(test, person.email, PASSWORD, { clientAddress: '192.0.2.3' }))).toBe('OK');
    }
  });

  it('counts an IPv6 network as one', async () => {
    for (let i = 1; i <= 3; i++) await fail(`2001:db8:0:1::${i}`);
    expect(await fail('2001:db8:0:1:ffff::9')).toBe('TOO_MANY_REQUESTS');
    expect(await fail('2001:db8:0:2::1')).toBe('CREDENTIALS_REJECTED');
  });
});
