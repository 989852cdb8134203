import { register } from '@tessera/contracts';
import type { TestService } from '@tessera/platform/testing';
import { aPerson, signInAs, someEmail, startIdentity } from '../../test/factories.js';
import { Retention } from './retention.js';

describe('the retention of rows', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());

  const sweep = () => test.instances[0]!.app.get(Retention).run();
  const count = async (table: string) =>
    (await test.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

  it('[IDC-019] deletes registrations that were not activated, with their links, and leaves new ones', async () => {
    const form = {
      firstName: 'A',
      lastName: 'B',
      country: 'DE',
      surveyConsent: false,
      acceptTerms: true,
      acceptPrivacy: true,
    } as const;
    const [old, fresh] = [someEmail(), someEmail()];
    for (const email of [old, fresh]) await test.ask(register, { ...form, email }, null);
    await test.query(`update registration set created_at = now() - interval '31 days' where email = $1`, [
      old,
    ]);
    await sweep();
    expect(await test.query('select email from registration')).toEqual([{ email: fresh }]);
    expect(await test.query('select email from link')).toEqual([{ email: fresh }]);
  });

  it('deletes old failures, but no permanent lock', async () => {
    await test.query(
      `insert into sign_in_failure (account_key, device_key, attempts, failures, last_at, retry_at)
       select sha256(n::text::bytea), '', n, n, now() - interval '31 days', now() from unnest(array[7, 100]) n`,
    );
    await sweep();
    expect(await test.query('select failures from sign_in_failure')).toEqual([{ failures: 100 }]);
  });

  it('deletes sessions that are over, and leaves the others', async () => {
    const [gone, stays] = [await aPerson(test), await aPerson(test)];
    for (const { email } of [gone, stays]) await signInAs(test, email);
    await test.query(`update session set refresh_until = now(), expires_at = now() where user_id = $1`, [
      gone.userId,
    ]);
    await sweep();
    expect(await test.query('select user_id as id from session')).toEqual([{ id: stays.userId }]);
    expect(await count('refresh_token')).toBe(1);
  });
});
