import { claimCode, licenseAdded } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

const claim = (activationCode: string, companyId = uuidv7()) =>
  world.test.ask(claimCode, { companyId, companyName: 'Acme GmbH', userId: uuidv7(), activationCode }, null);

describe('claiming a code at registration', () => {
  it('[LIC-010] gives the company every license of the code, and tells it once', async () => {
    const owner = world.owner();
    const code = await world.code({ productId: products.suite });
    const { licenseIds } = await claim(code, owner.companyId!);
    expect((await world.entries(owner)).map((l) => l.id).sort()).toEqual(licenseIds.toSorted());
    await eventually(() => {
      const told = world.test.emitted(licenseAdded).filter((e) => e.companyId === owner.companyId);
      expect(told.map((e) => e.data.atRegistration)).toEqual([true, true]);
    });
  });

  it('answers the same when it is asked again, even if the license has expired since, and tells it once', async () => {
    const owner = world.owner();
    const code = await world.code();
    const first = await claim(code, owner.companyId!);
    await world.expire((await world.entries(owner))[0]!.serialNumber);
    expect(await claim(code, owner.companyId!)).toEqual(first);
    // The second answer's event would be published after the first one, and before that of a later claim.
    const later = world.owner();
    await claim(await world.code(), later.companyId!);
    const told = (companyId: string | null) =>
      world.test.emitted(licenseAdded).filter((e) => e.companyId === companyId);
    await eventually(() => expect(told(later.companyId)).toHaveLength(1));
    expect(told(owner.companyId)).toHaveLength(1);
  });

  it('lets one of two companies win that claim at once', async () => {
    const code = await world.code();
    const codes = await Promise.all(Array.from({ length: 6 }, () => codeOf(claim(code))));
    expect(codes.sort()).toEqual([...Array<string>(5).fill('LICENSE_ALREADY_ADDED'), 'OK']);
  });

  it('[LIC-058] refuses what cannot be added', async () => {
    const expired = await world.order();
    await world.test.query(`update license set expires_at = now() where order_id = $1`, [expired.id]);
    expect(await codeOf(claim(expired.activationCodes[0]!))).toBe('LICENSE_EXPIRED');
    expect(await codeOf(claim(world.madeUpCode()))).toBe('CODE_UNKNOWN');
    expect(await codeOf(claim('12345'))).toBe('CODE_MALFORMED');
  });
});
