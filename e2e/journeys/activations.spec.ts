import { jest } from '@jest/globals';
import {
  LicenseRefused,
  TesseraLicenseClient,
  verifyCertificate,
  type Activation,
  type LicenseWarning,
} from '@tessera/license';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../tools/world/api.mjs';
import type { View } from '../../portal/src/api/client.js';
import { orderCode, owner, productId } from '../world/people.js';
import { sharedVendor } from '../world/shared-vendor.js';
import type { World } from '../world/world.js';

/** Of one activation among a thousand at once. */
const MAX_TRIES = 10;
const companyName = 'Activations GmbH';

describe('activations', () => {
  let world: World;
  let licenses: Api;
  let acme: Api;
  let license: View<'LicenseView'>;
  let shield: string;
  let code: string;

  beforeAll(async () => {
    ({ world, licenses } = await sharedVendor());
    shield = await productId(world, 'Endpoint Shield');
    code = await orderCode(world, licenses, { companyName });
    acme = await owner(world, 'owner@activations.example', code, { companyName });
    license = (await acme.get<View<'LicenseList'>>('/licenses')).items[0]!;
  });
  afterAll(() => world?.stop());

  const client = () => new TesseraLicenseClient({ baseUrl: world.url, rootPublicKey: world.rootPublicKey });
  const request = (n: number) => ({
    activationCode: code,
    fingerprint: `device-${n}`,
    application: { product: shield, version: '12.6' },
    deviceName: `WS-${n}`,
  });
  let activations: Activation[];

  it('[EDG-001] take one seat each, the same one for the same device, and the eleventh device gets none', async () => {
    activations = await Promise.all(Array.from({ length: 10 }, (_, n) => client().activate(request(n))));
    const again = await client().activate(request(3));
    expect(again.id).toBe(activations[3]!.id);
    activations[3] = again;
    const eleventh = await client()
      .activate(request(10))
      .catch((e: unknown) => e);
    expect(eleventh).toBeInstanceOf(LicenseRefused);
    expect(eleventh).toMatchObject({ code: 'SEAT_LIMIT_REACHED' });
  });

  it('make the license active', async () => {
    expect(await acme.get(`/licenses/${license.id}`)).toMatchObject({
      status: 'active',
      seats: { limit: 10, used: 10 },
    });
  });

  it('are checked with a nonce; the signed answer holds offline', async () => {
    const { valid, activation } = await client().check(activations[0]!);
    expect(valid).toBe(true);
    const options = { rootPublicKey: world.rootPublicKey, productId: shield, fingerprint: 'device-0' };
    expect(verifyCertificate(activation!.certificate, options).ok).toBe(true);
    expect(verifyCertificate(activation!.certificate, { ...options, fingerprint: 'device-1' })).toMatchObject(
      { ok: false, code: 'CERTIFICATE_WRONG_FINGERPRINT' },
    );
  });

  it('tell every reason with its remedy once the vendor has blocked the license, and none after', async () => {
    await licenses.post(`/staff/licenses/${license.id}/block`, { reason: 'The code was published.' });
    const blocked = await client().check(activations[0]!);
    expect(blocked).toMatchObject({
      valid: false,
      reasons: [{ code: 'LICENSE_BLOCKED', remedy: expect.any(String) }],
    });
    expect((await acme.get('/licenses?status=blocked')).items).toHaveLength(1);
    await licenses.post(`/staff/licenses/${license.id}/unblock`, { reason: 'It was a mistake.' });
    expect((await client().check(activations[0]!)).valid).toBe(true);
  });

  it('free their seat when they end', async () => {
    await client().deactivate(activations[9]!);
    activations[9] = await client().activate(request(10));
    const seats = await acme.get<View<'SeatList'>>(`/licenses/${license.id}/seats`);
    expect(seats.items.map((s) => s.deviceName)).toContain('WS-10');
    await acme.delete(`/licenses/${license.id}/seats/${seats.items[0]!.id}`);
    expect((await acme.get<View<'LicenseView'>>(`/licenses/${license.id}`)).seats.used).toBe(9);
    const fingerprint = `device-${String(seats.items[0]!.deviceName).slice('WS-'.length)}`;
    const freed = activations.find((one) => one.fingerprint === fingerprint)!;
    const { reasons, activation } = await client().check(freed);
    expect(reasons.map(({ code }) => code)).toEqual(['ACTIVATION_ENDED']);
    const options = { rootPublicKey: world.rootPublicKey, productId: shield, fingerprint };
    expect(verifyCertificate(activation!.certificate, options)).toMatchObject({
      code: 'LICENSE_NOT_ACTIVE',
    });
  });

  it('[EDG-003] give way for good: what is stored on the old device says no offline once it has asked', async () => {
    const one = await orderCode(world, licenses, { companyName, seats: 1 });
    const { id } = await acme.post('/licenses', { activationCode: one });
    const stored = await client().activate({ ...request(20), activationCode: one });
    const [seat] = (await acme.get(`/licenses/${id}/seats`)).items;
    await acme.delete(`/licenses/${id}/seats/${seat.id}`);
    await client().activate({ ...request(21), activationCode: one });
    const checked = await client().check(stored);
    expect(checked).toMatchObject({ valid: false, reasons: [{ code: 'ACTIVATION_ENDED' }] });
    const { rootPublicKey } = world;
    const options = { rootPublicKey, productId: shield, fingerprint: 'device-20' };
    expect(verifyCertificate(checked.activation!.certificate, options)).toMatchObject({
      code: 'LICENSE_NOT_ACTIVE',
      certificate: { refusal: 'ACTIVATION_ENDED' },
    });
  });

  it('[EDG-003] are taken on a device whose clock is wrong, and nobody loses a seat by it', async () => {
    const warnings: LicenseWarning[] = [];
    const { rootPublicKey, url: baseUrl } = world;
    const onWarning = (warning: LicenseWarning) => void warnings.push(warning);
    const late = new TesseraLicenseClient({ baseUrl, rootPublicKey, onWarning });
    const real = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => real - 120_000);
    try {
      const one = await orderCode(world, licenses, { companyName, seats: 1 });
      const activation = await late.activate({ ...request(22), activationCode: one });
      expect((await late.check(activation)).valid).toBe(true);
      expect(warnings.map(({ code }) => code)).toEqual(['CLOCK_SKEWED', 'CLOCK_SKEWED']);
    } finally {
      clock.mockRestore();
    }
  });

  it('[EDG-001] oversell nothing when 1,000 ask for 100 seats at once, over two instances', async () => {
    await world.addInstance('licensing');
    await world.ready('licensing', 2);
    const many = await orderCode(world, licenses, { companyName, seats: 100 });
    await acme.post('/licenses', { activationCode: many });
    // As the SDK does: a busy gateway refuses at once, and is asked again with the same key.
    const attempt = async (n: number): Promise<string> => {
      for (let tries = 1; ; tries++) {
        const body = { ...request(n), activationCode: many, fingerprint: `race-${n}` };
        const answer = await world
          .api()
          .send('POST', '/activations', body, { 'idempotency-key': `race-${n}` });
        if (answer.status === 201) return 'OK';
        const problem = (await answer.json()) as View<'Problem'>;
        const isBusy = answer.status === 503 || answer.status === 429;
        if (!(isBusy || problem.code === 'IDEMPOTENCY_IN_PROGRESS') || tries === MAX_TRIES)
          return problem.code;
        await sleep(200 * tries * Math.random());
      }
    };
    const results = await Promise.all(Array.from({ length: 1_000 }, (_, n) => attempt(n)));
    const count = (code: string) => results.filter((r) => r === code).length;
    expect([count('OK'), count('SEAT_LIMIT_REACHED')]).toEqual([100, 900]);
    const { items } = await acme.get<View<'LicenseList'>>('/licenses');
    expect(items.find((l) => l.seats.limit === 100)!.seats.used).toBe(100);
  });
});
