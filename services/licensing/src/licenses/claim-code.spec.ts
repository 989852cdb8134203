import { claimCode, licenseAdded } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { LicensingWorld, products } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

const claim = (activationCode: string, companyId = uuidv7()) =>
  world.test.ask(claimCode, { companyId, companyName: 'Acme GmbH', userId: uuidv7(), activationCode }, null);

/** Rows of the outbox stand beside the change that they follow from, so none is missing or late. */
const added = (companyId: string | null) =>
  world.test.query('select from outbox where company_id = $1 and subject = $2', [
    companyId,
    licenseAdded.subject,
  ]);

describe('claiming a code at registration', () => {
  it('[LIC-010] gives the company every license of the code, and emits an event for each', async () => {
    const owner = world.owner();
    const code = await world.code({ productId: products.suite });
    const { licenseIds } = await claim(code, owner.companyId!);
    expect((await world.entries(owner)).map((l) => l.id).sort()).toEqual(licenseIds.toSorted());
    await eventually(() => {
      const told = world.test.emitted(licenseAdded).filter((e) => e.companyId === owner.companyId);
      expect(told.map((e) => e.data.atRegistration)).toEqual([true, true]);
    });
  });

  it('answers a repeated claim alike, even if the license has expired since, and emits its event once', async () => {
    const owner = world.owner();
    const code = await world.code();
    const first = await claim(code, owner.companyId!);
    await world.expire((await world.entries(owner))[0]!.serialNumber);
    expect(await claim(code, owner.companyId!)).toEqual(first);
    expect(await added(owner.companyId)).toHaveLength(1);
  });

  it('answers concurrent claims of one company alike, and emits one event for each license', async () => {
    // Several codes: connections that the first claims have opened let those of the next ones overlap.
    for (let round = 0; round < 5; round++) {
      const owner = world.owner();
      const code = await world.code({ productId: products.suite });
      const claims = await Promise.all(Array.from({ length: 8 }, () => claim(code, owner.companyId!)));
      for (const one of claims) expect(one).toEqual(claims[0]);
      expect(await added(owner.companyId)).toHaveLength(2);
    }
  });

  it('lets one of six companies win that claim a code at the same time', async () => {
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
