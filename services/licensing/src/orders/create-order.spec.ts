import { createOrder, listLicenses, listOrders } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { days, LicensingWorld, products } from '../../test/factories.js';
import { parseCode } from '../codes/activation-code.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

const order = {
  companyName: 'Acme GmbH',
  productId: products.endpointShield,
  seats: 10,
  termDays: 365,
  kind: 'commercial' as const,
  quantity: 1,
};

describe('POST /staff/orders', () => {
  it('[LIC-011] returns codes of four groups of five, which the customer can add', async () => {
    const created = await world.order({ quantity: 3 });
    expect(created).toMatchObject({
      orderNumber: expect.stringMatching(/^20\d\d-\d{6}$/),
      productId: order.productId,
    });
    expect(created.activationCodes).toHaveLength(3);
    for (const code of created.activationCodes) {
      expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);
      expect(parseCode(code)).toBe(code);
    }
    const owner = world.owner();
    const added = await world.add(owner, created.activationCodes[1]!);
    expect(added).toMatchObject({
      orderNumber: created.orderNumber,
      seats: { limit: 10 },
      status: 'not_activated',
    });
    expect((Date.parse(added.expiresAt) - Date.parse(added.startsAt)) / 86_400_000).toBe(365);
  });

  it('makes 10,000 different codes with different serial numbers within the time of one request', async () => {
    const { id, activationCodes } = await world.order({ quantity: 10_000, productId: products.suite });
    expect(new Set(activationCodes).size).toBe(10_000);
    const [counted] = await world.test.query(
      `select count(distinct l.serial_number)::int as serials, count(*)::int as entries
         from license l join license_entry e on e.license_id = l.id where l.order_id = $1`,
      [id],
    );
    expect(counted).toEqual({ serials: 10_000, entries: 20_000 });
  });

  it('keeps no code readable in the database', async () => {
    const code = await world.code();
    const stored = JSON.stringify(await world.test.query('select * from license order by id desc limit 5'));
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(Buffer.from(code).toString('hex'));
  });

  it('counts the term from startsAt', async () => {
    const startsAt = days(30);
    const added = await world.add(world.owner(), await world.code({ startsAt, termDays: 10 }));
    expect(added).toMatchObject({
      startsAt,
      expiresAt: new Date(Date.parse(startsAt) + 864e6).toISOString(),
    });
  });

  it('takes a term that has begun, however long ago, if some of it is left', async () => {
    const order = await world.order({ startsAt: days(-364), termDays: 365 });
    expect(await codeOf(world.activate(order.activationCodes[0]!))).toBe('OK');
  });

  it('refuses a product that neither code nor key file activates', async () => {
    const pushed = '01900000-0000-7000-8000-000000000999';
    await world.test.query(
      `insert into product (id, group_id, name, position, activation_methods, premium_support)
       select $1, group_id, 'Pushed alone', 98, '{push}', false from product limit 1`,
      [pushed],
    );
    await eventually(
      async () => expect(await codeOf(world.order({ productId: pushed }))).toBe('PRODUCT_NOT_ACTIVATABLE'),
      15_000,
    );
  }, 20_000);

  it('makes no second order for the same key', async () => {
    const staff = world.staff();
    const more = { idempotencyKey: uuidv7() };
    const first = await world.test.ask(createOrder, order, staff, more);
    expect(await world.test.ask(createOrder, order, staff, more)).toEqual(first);
  });

  it('is in the audit log with the person that ordered', async () => {
    const { id } = await world.order({ quantity: 2 });
    const rows = await world.test.query(
      'select action, actor_role, details from audit_entry where subject_id = $1',
      [id],
    );
    expect(rows).toMatchObject([
      { action: 'order.created', actor_role: 'license-admin', details: { quantity: 2 } },
    ]);
  });

  it.each<[string, object, string]>([
    ['a product that is not sold', { productId: uuidv7() }, 'PRODUCT_UNKNOWN'],
    [
      'a term that the product key does not outlive',
      { startsAt: days(3_900), termDays: 365 },
      'TERM_NOT_SIGNABLE',
    ],
    ['a term that is over', { startsAt: days(-400), termDays: 365 }, 'TERM_IS_OVER'],
    ['a term that ends now', { startsAt: days(-1), termDays: 1 }, 'TERM_IS_OVER'],
    ['a term before all time', { startsAt: '0001-01-01T00:00:00.000Z', termDays: 3_660 }, 'TERM_IS_OVER'],
    ['a term after all time', { startsAt: '9999-12-31T00:00:00.000Z' }, 'TERM_NOT_SIGNABLE'],
    ['no seats', { seats: 0 }, 'VALIDATION_FAILED'],
    ['100,001 seats', { seats: 100_001 }, 'VALIDATION_FAILED'],
    ['10,001 codes', { quantity: 10_001 }, 'VALIDATION_FAILED'],
    ['a blank company', { companyName: '  ' }, 'VALIDATION_FAILED'],
    ['another kind', { kind: 'gift' }, 'VALIDATION_FAILED'],
  ])('refuses %s', async (_, facts, code) => {
    expect(await codeOf(world.test.ask(createOrder, { ...order, ...facts }, world.staff()))).toBe(code);
  });

  it.each<[string, string | null, string]>([
    ['an owner', 'owner', 'NOT_FOUND'],
    ['a support agent', 'support-agent', 'NOT_FOUND'],
    ['a partner without a partner id', 'partner', 'RIGHT_MISSING'],
    ['a platform administrator', 'platform-admin', 'OK'],
    ['nobody', null, 'UNAUTHENTICATED'],
  ])('answers %s (%s) with %s', async (_, role, code) => {
    expect(await codeOf(world.test.ask(createOrder, order, role ? world.staff({ role }) : null))).toBe(code);
  });
});

describe('GET /staff/orders', () => {
  it('shows the latest first, page by page, and a partner its own alone', async () => {
    const partner = world.staff({ role: 'partner', partnerId: uuidv7() });
    const place = (companyName: string) => world.test.ask(createOrder, { ...order, companyName }, partner);
    for (const name of ['one', 'two', 'three']) await place(name);
    await world.order();
    const first = await world.test.ask(listOrders, { limit: 2 }, partner);
    const rest = await world.test.ask(listOrders, { limit: 2, cursor: first.nextCursor! }, partner);
    expect(first.items.map((o) => o.companyName)).toEqual(['three', 'two']);
    expect(rest).toMatchObject({
      items: [{ companyName: 'one', partnerId: partner.partnerId }],
      nextCursor: null,
    });
    const all = await world.test.ask(listOrders, { limit: 1 }, world.staff());
    expect(all.items[0]!.companyName).toBe('Acme GmbH');
  });

  it('lets a partner order for no other partner, nor use a cursor of another list', async () => {
    const partner = world.staff({ role: 'partner', partnerId: uuidv7() });
    const foreign = world.test.ask(createOrder, { ...order, partnerId: uuidv7() }, partner);
    expect(await codeOf(foreign)).toBe('RIGHT_MISSING');
    const { nextCursor } = await world.test.ask(listOrders, { limit: 1 }, world.staff());
    expect(await codeOf(world.test.ask(listOrders, { cursor: nextCursor! }, partner))).toBe(
      'VALIDATION_FAILED',
    );
  });

  it('[LIC-059] adds the license to no company', async () => {
    const owner = world.owner();
    await world.order({ companyName: 'Their name' });
    expect((await world.test.ask(listLicenses, {}, owner)).items).toEqual([]);
  });
});
