import { checkActivation, getLicense, listSeats, releaseSeat } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

describe('GET /licenses/:id/seats', () => {
  it('lists the devices with their applications, page by page', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    for (const deviceName of ['one', 'two', 'three'])
      await world.activate(license.activationCode, { deviceName });
    const first = await world.test.ask(listSeats, { id: license.id, limit: 2 }, owner);
    const rest = await world.test.ask(listSeats, { id: license.id, cursor: first.nextCursor! }, owner);
    expect(first.items.map((s) => s.deviceName)).toEqual(['one', 'two']);
    expect(rest).toMatchObject({ items: [{ deviceName: 'three' }], nextCursor: null });
    expect(first.items[0]!.applications).toEqual([
      { product: products.endpointShield, name: 'Endpoint Shield', version: '12.6' },
    ]);
    expect(Date.now() - Date.parse(first.items[0]!.takenAt)).toBeLessThan(60_000);
  });

  it('does not exist for another company', async () => {
    const license = await world.license(world.owner());
    expect(await codeOf(world.test.ask(listSeats, { id: license.id }, world.owner()))).toBe('NOT_FOUND');
  });
});

describe('DELETE /licenses/:id/seats/:seatId', () => {
  async function taken() {
    const owner = world.owner();
    const license = await world.license(owner, { seats: 1 });
    const device = world.activation({ activationCode: license.activationCode });
    const activation = await world.activate(license.activationCode, device);
    const { items } = await world.test.ask(listSeats, { id: license.id }, owner);
    return { owner, license, device, activation, seatId: items[0]!.id };
  }

  it('frees the seat, and the device learns it at its next check', async () => {
    const { owner, license, device, activation, seatId } = await taken();
    await world.test.ask(releaseSeat, { id: license.id, seatId }, owner);
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toMatchObject({ seats: { used: 0 } });
    const { id, token } = activation;
    const checked = await world.test.ask(
      checkActivation,
      { id, token, fingerprint: device.fingerprint, nonce: 'n' },
      null,
    );
    expect(checked).toMatchObject({ valid: false, reasons: [{ code: 'ACTIVATION_ENDED' }] });
    const [audited] = await world.test.query(
      'select action, actor_id from audit_entry where subject_id = $1',
      [license.id],
    );
    expect(audited).toEqual({ action: 'seat.released', actor_id: owner.userId });
  });

  it('never frees the seat of the device that has taken it since', async () => {
    const { owner, license, activation, seatId } = await taken();
    await world.end(activation);
    await world.activate(license.activationCode);
    expect(await codeOf(world.test.ask(releaseSeat, { id: license.id, seatId }, owner))).toBe('NOT_FOUND');
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toMatchObject({ seats: { used: 1 } });
  });

  it('is refused without the right, to other companies, and for seats that are not there', async () => {
    const { owner, license, seatId } = await taken();
    const release = (as: typeof owner, id = seatId) =>
      codeOf(world.test.ask(releaseSeat, { id: license.id, seatId: id }, as));
    expect(await release({ ...owner, rights: [] })).toBe('RIGHT_MISSING');
    expect(await release(world.owner())).toBe('NOT_FOUND');
    expect(await release(owner, uuidv7())).toBe('NOT_FOUND');
  });
});
