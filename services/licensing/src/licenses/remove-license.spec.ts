import { checkActivation, licenseRemoved, removeLicense } from '@tessera/contracts';
import { codeOf, eventually } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

describe('DELETE /licenses/:id', () => {
  it('[LIC-067] ends the link and leaves a tombstone; the devices go on', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    const { id, token } = await world.activate(license.activationCode, { fingerprint: 'f' });
    await world.remove(owner, license.id);
    expect(await world.entries(owner)).toEqual([]);
    const checked = await world.test.ask(checkActivation, { id, token, fingerprint: 'f', nonce: 'n' }, null);
    expect(checked.valid).toBe(true);
    const tombstones = await world.test.query(
      'select company_id, removed_by from removed_license where entry_id = $1',
      [license.id],
    );
    expect(tombstones).toEqual([{ company_id: owner.companyId, removed_by: owner.userId }]);
    await eventually(() =>
      expect(world.test.emitted(licenseRemoved).map((e) => e.data.licenseId)).toContain(license.id),
    );
  });

  it('lets a license come back unless it has expired', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    await world.remove(owner, license.id);
    expect(await world.add(owner, license.activationCode)).toMatchObject({ id: license.id });
    await world.remove(owner, license.id);
    await world.expire(license.serialNumber);
    expect(await codeOf(world.add(owner, license.activationCode))).toBe('LICENSE_EXPIRED');
  });

  it('removes one of two entries, and only that', async () => {
    const owner = world.owner();
    await world.license(owner, { productId: products.suite });
    const [first, second] = await world.entries(owner);
    await world.remove(owner, first!.id);
    expect((await world.entries(owner)).map((l) => l.id)).toEqual([second!.id]);
  });

  it('is refused without the right and to other companies', async () => {
    const owner = world.owner();
    const { id } = await world.license(owner);
    const remove = (as: typeof owner) => codeOf(world.test.ask(removeLicense, { id }, as));
    expect(await remove({ ...owner, rights: [] })).toBe('RIGHT_MISSING');
    expect(await remove(world.owner())).toBe('NOT_FOUND');
    expect(await remove(owner)).toBe('OK');
    expect(await remove(owner)).toBe('NOT_FOUND');
  });
});
