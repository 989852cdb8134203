import { getEntitlements, listLicenseApplications, listProducts } from '@tessera/contracts';
import { codeOf } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

describe('GET /products', () => {
  it('is public and names the activation methods of each product', async () => {
    const { items } = await world.test.ask(listProducts, {}, null);
    expect(items[0]).toEqual({
      id: products.endpointShield,
      name: 'Endpoint Shield',
      group: 'Endpoints',
      activationMethods: ['push', 'code', 'key_file'],
      versions: ['12.6', '12.4', '11.9'],
      applicationIds: [products.endpointShield],
    });
    expect(items.find((p) => p.id === products.edr)!.activationMethods).toEqual(['key_file']);
  });
});

describe('applicationIds', () => {
  it('are what an application of each product may activate, and no others', async () => {
    const { items } = await world.test.ask(listProducts, {}, null);
    const byKeyFile: string[] = [];
    for (const product of items) {
      const code = await world.code({ productId: product.id });
      for (const other of items) {
        const application = { product: other.id, version: other.versions[0] ?? '1' };
        const outcome = await codeOf(world.activate(code, { application, fingerprint: 'one' }));
        const covered = product.applicationIds!.includes(other.id);
        expect([outcome !== 'PRODUCT_NOT_COVERED', product.name, other.name]).toEqual([
          covered,
          product.name,
          other.name,
        ]);
        if (outcome === 'KEY_FILE_REQUIRED') byKeyFile.push(other.name);
      }
    }
    expect(byKeyFile).not.toEqual([]);
    expect(items.some(({ id, applicationIds }) => !applicationIds!.includes(id))).toBe(true);
  });
});

describe('GET /licenses/:id/applications', () => {
  it('[LIC-069][LIC-032] lists what a license activates, and the key file for it', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { productId: products.smallOffice });
    const { items } = await world.test.ask(listLicenseApplications, { id: license.id }, owner);
    const keyFile = license.keyFiles[0]!.name;
    expect(items).toEqual([
      { id: products.smallOffice, name: 'Small Office Suite', versions: ['5.0'], keyFile },
      { id: products.mobileShield, name: 'Mobile Shield', versions: ['9.3', '9.2'], keyFile },
    ]);
  });
});

describe('entitlements', () => {
  const entitled = async (companyId: string) =>
    (await world.test.ask(getEntitlements, { companyId }, null)).products.map((p) => p.name);

  it('[LIC-060] are the products of the valid licenses, each once', async () => {
    const owner = world.owner();
    await world.license(owner, { productId: products.suite });
    await world.license(owner, { productId: products.suite });
    const expired = await world.license(owner, { productId: products.cloudGuard });
    const blocked = await world.license(owner, { productId: products.mobileShield });
    expect(await entitled(owner.companyId!)).toHaveLength(4);
    await world.expire(expired.serialNumber);
    await world.block(blocked.id);
    expect(await entitled(owner.companyId!)).toEqual(['Endpoint Shield', 'Endpoint Shield EDR']);
    expect(await entitled(world.owner().companyId!)).toEqual([]);
  });
});
