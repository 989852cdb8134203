import { codeOf, eventually } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

describe('an order under a product key that is for some products alone', () => {
  let world: LicensingWorld;
  beforeAll(async () => {
    world = await LicensingWorld.start({ productIds: [products.endpointShield, products.smallOffice] });
  });
  afterAll(() => world.stop());

  it.each<[string, string, string]>([
    ['one of them', products.endpointShield, 'OK'],
    ['another one', products.cloudGuard, 'ORDER_NOT_SIGNABLE'],
    ['a bundle with another one', products.suite, 'ORDER_NOT_SIGNABLE'],
    ['one with an application of another one', products.smallOffice, 'ORDER_NOT_SIGNABLE'],
  ])('for %s', async (_, productId, code) => {
    expect(await codeOf(world.order({ productId }))).toBe(code);
  });
});

describe('an order of a product whose catalogue entry no key file could hold', () => {
  let world: LicensingWorld;
  // Read again for each request, so that what the test writes counts at once.
  beforeAll(
    async () => void (world = await LicensingWorld.start({ environment: { CATALOGUE_SECONDS: '0' } })),
  );
  afterAll(() => world.stop());

  it('is refused and names the limit, of a document as a whole and of a name', async () => {
    await world.test.query(
      `insert into product_version (product_id, version, position)
       select $1, repeat('9', 38) || n, n + 100 from generate_series(10, 50) as n`,
      [products.mobileShield],
    );
    // Several applications with long lists are more than a document may have.
    await world.test.query(
      `insert into product (id, group_id, name, position, activation_methods, premium_support)
       select ('01900000-0000-7000-8000-0000000005' || n)::uuid, group_id, repeat('ü', 190) || n, n, '{code}', false
         from product, generate_series(10, 40) as n where id = $1`,
      [products.mobileShield],
    );
    await world.test.query(
      `insert into product_application (product_id, application_id)
       select $1, ('01900000-0000-7000-8000-0000000005' || n)::uuid from generate_series(10, 40) as n`,
      [products.mobileShield],
    );
    const order = () => world.order({ productId: products.mobileShield });
    await codeOf(order());
    const refused = await order().catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'ORDER_NOT_SIGNABLE',
      document: { status: 422, params: { why: expect.stringContaining('16384') } },
    });
    await world.test.query(`update product set name = repeat('x', 201) where id = $1`, [products.cloudGuard]);
    await eventually(async () =>
      expect(await codeOf(world.order({ productId: products.cloudGuard }))).toBe('ORDER_NOT_SIGNABLE'),
    );
  });
});
