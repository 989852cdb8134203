import { listStaffLicenses, unblockLicense, type StaffRole } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf } from '@tessera/platform/testing';
import { LicensingWorld } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

const list = async (companyId: string, as = world.staff({ role: 'support-agent' })) =>
  (await world.test.ask(listStaffLicenses, { companyId }, as)).items;

describe('GET /staff/licenses', () => {
  it('shows the licenses of one company with their codes masked, also to a license administrator', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    await world.license(world.owner());
    const masked = `*****-*****-*****-${license.activationCode.slice(-5)}`;
    const hidden = { activationCode: masked, keyFiles: [] };
    const expected = { ...license, ...hidden, blockedAt: null, blockReason: null };
    expect(await list(owner.companyId!)).toEqual([expected]);
    expect(await list(owner.companyId!, world.staff())).toEqual([expected]);
    expect(await list(uuidv7())).toEqual([]);
  });

  it('says since when and why one is blocked, until it no longer is', async () => {
    const owner = world.owner();
    const { id } = await world.license(owner);
    await world.block(id);
    expect(await list(owner.companyId!)).toMatchObject([
      { id, status: 'blocked', blockReason: 'A reason.', blockedAt: expect.any(String) as string },
    ]);
    await world.test.ask(unblockLicense, { id, reason: 'Found again.' }, world.staff());
    expect(await list(owner.companyId!)).toMatchObject([
      { id, status: 'not_activated', blockReason: null, blockedAt: null },
    ]);
  });

  it('lists page by page, the next to expire first, and takes no cursor of another company', async () => {
    const owner = world.owner();
    const companyId = owner.companyId!;
    const late = await world.license(owner, { termDays: 20 });
    const soon = await world.license(owner, { termDays: 10 });
    const staff = world.staff();
    const first = await world.test.ask(listStaffLicenses, { companyId, limit: 1 }, staff);
    const cursor = first.nextCursor!;
    const second = await world.test.ask(listStaffLicenses, { companyId, limit: 1, cursor }, staff);
    expect([...first.items, ...second.items].map((l) => l.id)).toEqual([soon.id, late.id]);
    expect(second.nextCursor).toBeNull();
    expect(await codeOf(world.test.ask(listStaffLicenses, { companyId: uuidv7(), cursor }, staff))).toBe(
      'VALIDATION_FAILED',
    );
  });

  it.each<[StaffRole | 'owner', string]>([
    ['support-agent', 'OK'],
    ['support-lead', 'OK'],
    ['platform-admin', 'OK'],
    ['partner', 'NOT_FOUND'],
    ['owner', 'NOT_FOUND'],
  ])('answers a %s with %s', async (role, code) => {
    const who = role === 'owner' ? world.owner() : world.staff({ role });
    expect(await codeOf(list(world.owner().companyId!, who))).toBe(code);
  });
});
