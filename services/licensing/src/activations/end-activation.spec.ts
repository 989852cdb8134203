import { activationEnded, getLicense } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

describe('DELETE /activations/:id', () => {
  it('[LIC-003][LIC-004] frees the seat for another device', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { seats: 1 });
    const old = await world.activate(license.activationCode);
    expect(await codeOf(world.activate(license.activationCode))).toBe('SEAT_LIMIT_REACHED');
    await world.end(old);
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toMatchObject({
      status: 'active',
      seats: { used: 0 },
    });
    await world.activate(license.activationCode);
    await eventually(() => {
      const ended = world.test.emitted(activationEnded).filter((e) => e.aggregateId === old.id);
      expect(ended).toMatchObject([{ companyId: owner.companyId, data: { licenseId: license.id } }]);
    });
  });

  it('keeps the seat while another application of the device uses it', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { productId: products.smallOffice });
    const device = { fingerprint: uuidv7() };
    const activate = (product: string) =>
      world.activate(license.activationCode, {
        ...device,
        application: { product, version: product === products.mobileShield ? '9.3' : '5.0' },
      });
    const office = await activate(products.smallOffice);
    const mobile = await activate(products.mobileShield);
    const used = async () => (await world.test.ask(getLicense, { id: license.id }, owner)).seats.used;
    await world.end(office);
    expect(await used()).toBe(1);
    await world.end(mobile);
    expect(await used()).toBe(0);
  });

  it('is NOT_FOUND the second time, and UNAUTHENTICATED with a wrong token', async () => {
    const activation = await world.activate(await world.code());
    expect(await codeOf(world.end({ ...activation, token: 'wrong' }))).toBe('UNAUTHENTICATED');
    await world.end(activation);
    expect(await codeOf(world.end(activation))).toBe('NOT_FOUND');
  });
});
