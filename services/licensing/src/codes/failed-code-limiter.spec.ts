import { addLicense, createActivation, orderKeyFiles } from '@tessera/contracts';
import { codeOf } from '@tessera/platform/testing';
import { LicensingWorld } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => {
  const environment = { CODE_FAILURES_PER_ADDRESS: '10', CODE_FAILURES_PER_ACCOUNT: '5' };
  world = await LicensingWorld.start({ environment });
});
afterAll(() => world.stop());

let address = 0;
const newAddress = (): string => `198.51.100.${++address}`;

const activate = (activationCode: string, clientAddress: string) =>
  codeOf(world.test.ask(createActivation, world.activation({ activationCode }), null, { clientAddress }));
const times = <T>(n: number, act: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => act(i)));

describe('the limit of wrong codes', () => {
  it('is ten an hour and network; then valid codes are refused too, and other networks are unaffected', async () => {
    const clientAddress = newAddress();
    const code = await world.code();
    for (let n = 0; n < 10; n++)
      expect(await activate(world.madeUpCode(), clientAddress)).toBe('CODE_UNKNOWN');
    expect(await activate(world.madeUpCode(), clientAddress)).toBe('TOO_MANY_REQUESTS');
    expect(await activate(code, clientAddress)).toBe('TOO_MANY_REQUESTS');
    expect(await activate(code, newAddress())).toBe('OK');
  });

  it('says when the next attempt is possible', async () => {
    const clientAddress = newAddress();
    await times(12, () => activate(world.madeUpCode(), clientAddress));
    const activationCode = await world.code();
    const refused = await world.test
      .ask(orderKeyFiles, { activationCode, email: 'a@b.example' }, null, { clientAddress })
      .catch((e: unknown) => e);
    const { retryAfter } = (refused as { document: { retryAfter: number } }).document;
    expect(retryAfter).toBeGreaterThan(3_500);
    expect(retryAfter).toBeLessThanOrEqual(3_600);
  });

  it('holds for fifty wrong codes at the same time', async () => {
    const clientAddress = newAddress();
    const codes = await times(50, () => activate(world.madeUpCode(), clientAddress));
    expect(codes.filter((c) => c === 'CODE_UNKNOWN')).toHaveLength(10);
    expect(codes.filter((c) => c === 'TOO_MANY_REQUESTS')).toHaveLength(40);
  });

  it('is five for a signed-in account, from any network', async () => {
    const owner = world.owner();
    const add = (activationCode: string, as = owner) =>
      codeOf(world.test.ask(addLicense, { activationCode }, as, { clientAddress: newAddress() }));
    for (let n = 0; n < 5; n++) expect(await add(world.madeUpCode())).toBe('CODE_UNKNOWN');
    expect(await add(await world.code())).toBe('TOO_MANY_REQUESTS');
    expect(await add(await world.code(), world.owner())).toBe('OK');
  });

  it('does not count malformed codes, and answers CODE_MALFORMED even when it is reached', async () => {
    const [clientAddress, owner] = [newAddress(), world.owner()];
    const add = (activationCode: string) =>
      codeOf(world.test.ask(addLicense, { activationCode }, owner, { clientAddress }));
    const order = (activationCode: string) =>
      codeOf(
        world.test.ask(orderKeyFiles, { activationCode, email: 'a@b.example' }, null, { clientAddress }),
      );
    const told = await times(30, (n) => [activate, add, order][n % 3]!('not a code', clientAddress));
    expect(new Set(told)).toEqual(new Set(['CODE_MALFORMED']));
    expect(await activate(await world.code(), clientAddress)).toBe('OK');
    await times(10, () => activate(world.madeUpCode(), clientAddress));
    expect(await order('not a code')).toBe('CODE_MALFORMED');
  });

  it('does not count codes that are valid, expired or without a free seat', async () => {
    const clientAddress = newAddress();
    const license = await world.license(world.owner(), { seats: 1 });
    await world.activate(license.activationCode);
    const full = await times(12, () => activate(license.activationCode, clientAddress));
    expect(new Set(full)).toEqual(new Set(['SEAT_LIMIT_REACHED']));
    await world.expire(license.serialNumber);
    const expired = await times(12, () => activate(license.activationCode, clientAddress));
    expect(new Set(expired)).toEqual(new Set(['LICENSE_EXPIRED']));
  });

  it('counts a wrong code for an hour', async () => {
    const clientAddress = newAddress();
    await times(10, () => activate(world.madeUpCode(), clientAddress));
    await world.test.query(`update code_failure set failed_at = failed_at - interval '61 minutes'`);
    expect(await activate(world.madeUpCode(), clientAddress)).toBe('CODE_UNKNOWN');
  });
});
