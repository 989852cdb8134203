import {
  activationCreated,
  createActivation,
  getKeyFile,
  getLicense,
  licenseChanged,
  type CreateActivation,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { days, LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

/** One that the catalogue lists. */
const versionOf: Record<string, string> = { [products.edr]: '4.1', [products.mobileShield]: '9.3.2' };
const application = (product: string, version = versionOf[product] ?? '12.6') => ({ product, version });

describe('POST /activations', () => {
  it('[LIC-010] takes a seat and makes the license active', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { seats: 3 });
    const activation = await world.activate(license.activationCode);
    expect(activation.license).toEqual({ status: 'active', expiresAt: license.expiresAt });
    const now = await world.test.ask(getLicense, { id: license.id }, owner);
    expect(now).toMatchObject({ status: 'active', seats: { limit: 3, used: 1 } });
    await eventually(() => {
      const created = world.test.emitted(activationCreated).filter((e) => e.aggregateId === activation.id);
      expect(created).toMatchObject([{ companyId: owner.companyId, data: { licenseId: license.id } }]);
      expect(world.test.emitted(licenseChanged).filter((e) => e.aggregateId === license.id)).toHaveLength(1);
    });
  });

  it('works with a code that no company has added', async () => {
    await expect(world.activate(await world.code())).resolves.toMatchObject({
      license: { status: 'active' },
    });
  });

  it('certifies the application, the device and seven days', async () => {
    const code = await world.code();
    const activation = await world.activate(code, { fingerprint: 'device-7' });
    expect(world.readCertificate(activation.certificate, 'device-7')).toMatchObject({
      activationId: activation.id,
      product: { id: products.endpointShield, name: 'Endpoint Shield' },
      license: { status: 'active' },
      forThisDevice: true,
      nonce: null,
      days: 7,
    });
  });

  it('repeats the nonce of the activation, so that its answer is known to be new without a clock', async () => {
    const activation = await world.activate(await world.code(), { fingerprint: 'device-8', nonce: 'n-8' });
    expect(world.readCertificate(activation.certificate, 'device-8')).toMatchObject({ nonce: 'n-8' });
  });

  it('[LIC-002] gives a device that activates again the same activation and a new token, and no second seat', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { seats: 2 });
    const first = await world.activate(license.activationCode, { fingerprint: 'same' });
    const again = await world.activate(license.activationCode, { fingerprint: 'same' });
    expect(again.id).toBe(first.id);
    expect(again.token).not.toBe(first.token);
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toMatchObject({ seats: { used: 1 } });
  });

  it('gives one seat to twenty concurrent activations of one device, though many are free', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { seats: 50 });
    await world.activate(license.activationCode);
    const asked = Array.from({ length: 20 }, () =>
      world.activate(license.activationCode, { fingerprint: 'eager' }),
    );
    expect(new Set((await Promise.all(asked)).map((a) => a.id)).size).toBe(1);
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toMatchObject({ seats: { used: 2 } });
  });

  it('[LIC-066] lets the applications of one device share its seat, whatever entry activates them', async () => {
    const owner = world.owner();
    const suite = await world.license(owner, { productId: products.suite, seats: 1 });
    const edr = (await world.entries(owner)).find((l) => l.product.id === products.edr)!;
    const { text } = await world.test.ask(getKeyFile, { id: edr.id, name: edr.keyFiles[0]!.name }, owner);
    const device = { fingerprint: 'shared' };
    const byCode = await world.activate(suite.activationCode, device);
    const byFile = await world.activateByFile(text, { ...device, application: application(products.edr) });
    expect(byFile.id).not.toBe(byCode.id);
    expect(await world.test.ask(getLicense, { id: suite.id }, owner)).toMatchObject({ seats: { used: 1 } });
  });

  it('[LIC-069] activates the other applications of a license too', async () => {
    const code = await world.code({ productId: products.smallOffice });
    const done = world.activate(code, { application: application(products.mobileShield) });
    await expect(done).resolves.toMatchObject({ license: { status: 'active' } });
  });

  it('refuses the device after the last seat and says how many there are', async () => {
    const code = await world.code({ seats: 2 });
    await world.activate(code);
    await world.activate(code);
    const refused = await world.activate(code).catch((e: unknown) => e);
    expect(refused).toMatchObject({
      code: 'SEAT_LIMIT_REACHED',
      document: { status: 409, params: { limit: 2 } },
    });
  });

  it.each<[string, (code: string) => Promise<unknown>, string]>([
    [
      'another product',
      (c) => world.activate(c, { application: application(products.cloudGuard) }),
      'PRODUCT_NOT_COVERED',
    ],
    [
      'a product that nobody sells',
      (c) => world.activate(c, { application: application(uuidv7()) }),
      'PRODUCT_NOT_COVERED',
    ],
    ['no code', () => world.activate(undefined as never), 'VALIDATION_FAILED'],
    ['a code and a key file', (c) => world.activate(c, { keyFile: 'x' }), 'VALIDATION_FAILED'],
    [
      'a code with a slip',
      (c) => world.activate(c.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
      'CODE_MALFORMED',
    ],
    ['a code that was never issued', () => world.activate(world.madeUpCode()), 'CODE_UNKNOWN'],
    ['a text that is no key file', () => world.activateByFile('hello'), 'KEY_FILE_INVALID'],
  ])('refuses %s', async (_, act, code) => {
    expect(await codeOf(act(await world.code()))).toBe(code);
  });

  it('activates the versions of the catalogue and those below them, and names them in the refusal of another', async () => {
    const code = await world.code();
    const act = (version: string) =>
      world.activate(code, { application: application(products.endpointShield, version) });
    for (const version of ['12.6', '12.6.1', '12.4.0.7', '11.9'])
      expect(await codeOf(act(version))).toBe('OK');
    for (const version of ['12', '12.60', '12.5', '99', '1.0', '12.6-x', 'v12.6'])
      expect(await codeOf(act(version))).toBe('VERSION_NOT_COVERED');
    const refused = await act('99').catch((e: unknown) => e);
    expect(refused).toMatchObject({
      document: { status: 422, params: { version: '99', versions: '12.6, 12.4, 11.9' } },
    });
  });

  it('activates every version of a product of which the catalogue lists none', async () => {
    const product = uuidv7();
    await world.test.query(
      `insert into product (id, group_id, name, position, activation_methods, premium_support)
       select $1, group_id, 'Without versions', 99, '{code}', false from product limit 1`,
      [product],
    );
    await eventually(async () => {
      const code = await world.code({ productId: product });
      expect(await codeOf(world.activate(code, { application: { product, version: 'any' } }))).toBe('OK');
    }, 15_000);
  }, 20_000);

  it('certifies no day beyond the term of the license', async () => {
    const code = await world.code({ termDays: 1 });
    const activation = await world.activate(code, { fingerprint: 'device-9' });
    expect(world.readCertificate(activation.certificate, 'device-9').validUntil).toBe(
      activation.license.expiresAt,
    );
  });

  it('demands the key file for a product that no code activates', async () => {
    const suite = await world.code({ productId: products.suite });
    const act = world.activate(suite, { application: application(products.edr) });
    expect(await codeOf(act)).toBe('KEY_FILE_REQUIRED');
  });

  it.each([
    ['LIC-013', 'LICENSE_EXPIRED', `expires_at = now() - interval '1 second'`],
    ['LIC-053', 'LICENSE_BLOCKED', `blocked_at = now()`],
    ['LIC-053', 'LICENSE_SUPERSEDED', `superseded_by = id, blocked_at = now()`],
  ])('[%s] answers %s and takes no seat', async (_, code, state) => {
    const owner = world.owner();
    const license = await world.license(owner);
    await world.test.query(`update license set ${state} where serial_number = $1`, [license.serialNumber]);
    expect(await codeOf(world.activate(license.activationCode))).toBe(code);
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toMatchObject({ seats: { used: 0 } });
  });

  it('refuses before the term begins', async () => {
    const code = await world.code({ startsAt: days(2) });
    expect(await codeOf(world.activate(code))).toBe('LICENSE_NOT_STARTED');
  });

  it('answers a repetition with the same key as the first time, token included', async () => {
    const input = world.activation({ activationCode: await world.code() });
    const more = { idempotencyKey: uuidv7() };
    const first = await world.test.ask(createActivation, input, null, more);
    expect(await world.test.ask(createActivation, input, null, more)).toEqual(first);
  });

  it.each<[string, () => Promise<Partial<CreateActivation>>]>([
    ['device', () => Promise.resolve({ fingerprint: 'another-device' })],
    ['code', async () => ({ activationCode: await world.code() })],
    ['name', () => Promise.resolve({ deviceName: 'another name' })],
  ])('refuses the same key with another %s, and takes no seat for it', async (_what, other) => {
    const owner = world.owner();
    const license = await world.license(owner, { seats: 5 });
    const input = world.activation({ activationCode: license.activationCode });
    const more = { idempotencyKey: uuidv7(), clientAddress: '198.51.100.7' };
    const first = await world.test.ask(createActivation, input, null, more);
    const another = { ...input, ...(await other()) };
    for (const clientAddress of ['198.51.100.7', '::ffff:198.51.100.7'])
      expect(await codeOf(world.test.ask(createActivation, another, null, { ...more, clientAddress }))).toBe(
        'IDEMPOTENCY_KEY_REUSED',
      );
    expect(await world.test.ask(createActivation, input, null, more)).toEqual(first);
    const now = await world.test.ask(getLicense, { id: license.id }, owner);
    expect(now.seats.used).toBe(1);
    // A stranger with the same key is in nobody's way.
    const elsewhere = { ...more, clientAddress: '203.0.113.9' };
    expect(await codeOf(world.test.ask(createActivation, another, null, elsewhere))).toBe('OK');
  });

  it('refuses the same key for another device, which takes no seat', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { seats: 5 });
    const more = { idempotencyKey: uuidv7(), clientAddress: '198.51.100.77' };
    const act = (facts: object) => {
      const input = world.activation({ activationCode: license.activationCode, ...facts });
      return codeOf(world.test.ask(createActivation, input, null, more));
    };
    expect(await act({ fingerprint: 'first' })).toBe('OK');
    expect(await act({ fingerprint: 'second' })).toBe('IDEMPOTENCY_KEY_REUSED');
    const atOnce = await Promise.all(['third', 'fourth'].map((fingerprint) => act({ fingerprint })));
    expect(atOnce).toEqual(['IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_REUSED']);
    expect(await act({ fingerprint: 'first' })).toBe('OK');
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toMatchObject({ seats: { used: 1 } });
  });

  it('[LIC-012] takes a key file instead of the code, but only of its own product', async () => {
    const owner = world.owner();
    await world.license(owner, { productId: products.suite });
    const [shield] = (await world.entries(owner)).filter((l) => l.product.id === products.endpointShield);
    const { text } = await world.test.ask(
      getKeyFile,
      { id: shield!.id, name: shield!.keyFiles[0]!.name },
      owner,
    );
    await expect(world.activateByFile(text)).resolves.toMatchObject({ license: { status: 'active' } });
    const other = world.activateByFile(text, { application: application(products.edr) });
    expect(await codeOf(other)).toBe('PRODUCT_NOT_COVERED');
  });
});
