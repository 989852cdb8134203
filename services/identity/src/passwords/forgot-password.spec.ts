import { forgotPassword, resetPassword } from '@tessera/contracts';
import { codeOf, type TestService } from '@tessera/platform/testing';
import { aPerson, someEmail, startIdentity, tokenFor } from '../../test/factories.js';

describe('mails for a forgotten password', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());

  const forget = (email: string) => test.ask(forgotPassword, { email }, null);
  const times = <T>(n: number, act: () => Promise<T>) => Promise.all(Array.from({ length: n }, act));

  it('are limited to three an hour, also in parallel, for a known address and for an unknown one', async () => {
    const person = await aPerson(test);
    for (const email of [person.email, someEmail()]) {
      expect(new Set(await times(20, () => codeOf(forget(email))))).toEqual(new Set(['OK']));
      const links = await test.query('select 1 from link where email_key = lower($1)', [email]);
      expect(links).toHaveLength(3);
    }
  });

  it('have links that take thirty passwords an hour, in parallel or not, since each may cost several hashes', async () => {
    const person = await aPerson(test);
    await forget(person.email);
    const token = await tokenFor(test, person.email, 'password_reset');
    const bad = () => codeOf(test.ask(resetPassword, { token, password: 'Password1!' }, null));
    const outcomes = await times(40, bad);
    expect(outcomes.filter((c) => c === 'PASSWORD_POLICY')).toHaveLength(30);
    expect(outcomes.filter((c) => c === 'TOO_MANY_REQUESTS')).toHaveLength(10);
    await test.query(`update attempt_window set started_at = started_at - interval '1 hour'`);
    expect(await codeOf(test.ask(resetPassword, { token, password: 'Another-8-horse' }, null))).toBe('OK');
  });
});
