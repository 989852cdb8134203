import { getRequestForm } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';

let world: SupportWorld;
beforeAll(async () => void (world = await SupportWorld.start()));
afterAll(() => world.stop());

describe('getRequestForm', () => {
  it('[SUP-029] offers exactly the five categories', async () => {
    const { categories } = await world.test.ask(getRequestForm, {}, world.member());
    expect(categories).toEqual(['technical', 'portal', 'feedback', 'threat_portal', 'apns_certificate']);
  });

  it('[SUP-037][LIC-060] leads from product group to product to version, of licensed products only', async () => {
    const member = world.member();
    const cloud = { ...world.shield, id: uuidv7(), name: 'Cloud Guard', group: 'Cloud', versions: [] };
    const mobile = { ...world.shield, id: uuidv7(), name: 'Mobile Shield' };
    world.entitlements.set(member.companyId!, [world.shield, cloud, mobile]);
    const { productGroups } = await world.test.ask(getRequestForm, { category: 'technical' }, member);
    expect(productGroups.map((g) => [g.name, g.products.map((p) => [p.name, p.versions])])).toEqual([
      [
        'Endpoints',
        [
          ['Endpoint Shield', ['12.1', '12.2']],
          ['Mobile Shield', ['12.1', '12.2']],
        ],
      ],
      ['Cloud', [['Cloud Guard', []]]],
    ]);
  });

  it('offers no product without a valid license', async () => {
    const member = world.member();
    world.entitlements.set(member.companyId!, []);
    expect((await world.test.ask(getRequestForm, {}, member)).productGroups).toEqual([]);
  });

  it('recommends the patch of the chosen product', async () => {
    const form = await world.test.ask(getRequestForm, { product: world.shield.id }, world.member());
    expect(form.product).toMatchObject({ id: world.shield.id, recommendedPatch: '12.2 CP1' });
  });

  it('[SUP-039] offers levels, types and subtypes, and says why premium cannot be chosen', async () => {
    const member = world.member();
    const form = await world.test.ask(getRequestForm, { product: world.shield.id }, member);
    expect(form.types.find((t) => t.id === 'detection')?.subtypes).toContain('false_positive');
    expect(form.levels).toEqual([
      { level: 'standard', allowed: true, reason: null },
      { level: 'premium', allowed: false, reason: 'NO_PREMIUM_CONTRACT' },
    ]);
    world.entitlements.set(member.companyId!, [{ ...world.shield, premiumSupport: false }]);
    const without = await world.test.ask(getRequestForm, { product: world.shield.id }, member);
    expect(without.levels[1]!.reason).toBe('PRODUCT_WITHOUT_PREMIUM');
  });

  it('tells the limits of attachments', async () => {
    const { attachments } = await world.test.ask(getRequestForm, {}, world.member());
    expect(attachments).toMatchObject({ maxFiles: 3, maxBytes: 4 * 1024 ** 3 });
  });

  it('answers an unlicensed product like an unknown one', async () => {
    const member = world.member();
    world.entitlements.set(member.companyId!, []);
    expect(await codeOf(world.test.ask(getRequestForm, { product: world.shield.id }, member))).toBe(
      'NOT_FOUND',
    );
  });
});
