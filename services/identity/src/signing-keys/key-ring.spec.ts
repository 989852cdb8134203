import { getSigningKeys } from '@tessera/contracts';
import type { TestService } from '@tessera/platform/testing';
import { aPerson, resolved, signInAs, startIdentity } from '../../test/factories.js';
import { KeyRing } from './key-ring.js';

describe('the keys of actor tokens', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());

  const rotate = () => test.instances[0]!.app.get(KeyRing).rotate();
  const published = async () =>
    (await test.ask(getSigningKeys, {}, null)).keys.filter((k) => k.kid !== 'test').map((k) => k.kid);
  const age = (interval: string) =>
    test.query(
      `update signing_key set signs_from = signs_from - $1::interval, signs_until = signs_until - $1::interval where kid <> 'test'`,
      [interval],
    );
  /** Signs by an instance that has just started, so that it knows no key from before. */
  async function signer(): Promise<string> {
    const fresh = await test.addInstance();
    await Promise.all(test.instances.filter((i) => i !== fresh).map((i) => i.stop()));
    test.instances = [fresh];
    const { email } = await aPerson(test);
    const { actorToken } = await resolved(test, (await signInAs(test, email)).sessionToken);
    return (JSON.parse(Buffer.from(actorToken.split('.')[0]!, 'base64url').toString()) as { kid: string })
      .kid;
  }

  it('change every sixty days: published a day before they sign, and an hour after', async () => {
    const [first] = await published();
    await rotate();
    expect(await published()).toEqual([first]);
    await age('59 days 1 minute');
    await rotate();
    await rotate();
    const both = await published();
    expect(both).toHaveLength(2);
    expect(both[1]).toBe(first);
    expect(await signer()).toBe(first);
    await age('24 hours 1 minute');
    expect(await signer()).toBe(both[0]);
    expect(await published()).toContain(first);
    await age('1 hour');
    await rotate();
    expect(await published()).toEqual([both[0]]);
  });

  it('are the same for instances that start together', async () => {
    await test.query(`delete from signing_key where kid <> 'test'`);
    await Promise.all(Array.from({ length: 5 }, rotate));
    expect(await published()).toHaveLength(1);
  });

  it('keep their private part encrypted', async () => {
    const rows = await test.query<{ sealed: Buffer }>(
      `select private_sealed as sealed from signing_key where kid <> 'test'`,
    );
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('"d"');
  });
});
