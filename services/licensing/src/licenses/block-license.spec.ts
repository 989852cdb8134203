import { blockLicense, getLicense, licenseBlocked, licenseChanged, unblockLicense } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

describe('POST /staff/licenses/:id/block and /unblock', () => {
  it('[LIC-052] blocks every entry of the code, emits an event for the company, and lifts the block', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { productId: products.suite });
    const entries = await world.entries(owner);
    const staff = world.staff();
    const blocked = await world.test.ask(blockLicense, { id: license.id, reason: 'stolen' }, staff);
    expect(blocked).toMatchObject({ id: license.id, status: 'blocked', blockReason: 'stolen' });
    expect((await world.entries(owner)).map((l) => l.status)).toEqual(['blocked', 'blocked']);
    await eventually(() => {
      const told = world.test.emitted(licenseBlocked).filter((e) => e.companyId === owner.companyId);
      expect(told.map((e) => e.data.licenseId).sort()).toEqual(entries.map((l) => l.id).sort());
    });
    await world.test.ask(unblockLicense, { id: license.id, reason: 'found again' }, staff);
    expect((await world.entries(owner)).map((l) => l.status)).toEqual(['not_activated', 'not_activated']);
    await eventually(() =>
      expect(world.test.emitted(licenseChanged).filter((e) => e.companyId === owner.companyId)).toHaveLength(
        2,
      ),
    );
  });

  it('writes each with its reason into the audit log, once', async () => {
    const license = await world.license(world.owner());
    const staff = world.staff({ role: 'platform-admin' });
    const id = license.id;
    await world.test.ask(blockLicense, { id, reason: 'first' }, staff);
    await world.test.ask(blockLicense, { id, reason: 'second' }, staff);
    await world.test.ask(unblockLicense, { id, reason: 'third' }, staff);
    await world.test.ask(unblockLicense, { id, reason: 'fourth' }, staff);
    const rows = await world.test.query(
      `select action, reason, actor_role from audit_entry a join license l on l.id = a.subject_id
        where l.serial_number = $1 order by a.id`,
      [license.serialNumber],
    );
    expect(rows).toEqual([
      { action: 'license.blocked', reason: 'first', actor_role: 'platform-admin' },
      { action: 'license.unblocked', reason: 'third', actor_role: 'platform-admin' },
    ]);
  });

  it('requires a reason, a license and a license administrator', async () => {
    const owner = world.owner();
    const { id } = await world.license(owner);
    const block = (as: typeof owner, facts: object = {}) =>
      codeOf(world.test.ask(blockLicense, { id, reason: 'because', ...facts }, as));
    expect(await block(world.staff(), { reason: ' \n ' })).toBe('VALIDATION_FAILED');
    expect(await block(world.staff(), { reason: undefined })).toBe('VALIDATION_FAILED');
    expect(await block(world.staff(), { id: uuidv7() })).toBe('NOT_FOUND');
    expect(await block(owner)).toBe('NOT_FOUND');
    expect(await block(world.staff({ role: 'partner' }))).toBe('NOT_FOUND');
    expect(await world.test.ask(getLicense, { id }, owner)).toMatchObject({ status: 'not_activated' });
  });
});
