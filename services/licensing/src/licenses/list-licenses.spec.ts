import { getLicense, listLicenses, type ListLicenses } from '@tessera/contracts';
import { codeOf } from '@tessera/platform/testing';
import { LicensingWorld } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

type Actor = ReturnType<LicensingWorld['owner']>;

/** Walks the whole list in pages of two. */
async function walk(as: Actor, query: ListLicenses = {}): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await world.test.ask(
      listLicenses,
      { ...query, limit: 2, ...(cursor ? { cursor } : {}) },
      as,
    );
    ids.push(...page.items.map((l) => l.id));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
}

describe('GET /licenses', () => {
  it('[LIC-065] sorts by expiry both ways, page by page, each license once', async () => {
    const owner = world.owner();
    const ids: string[] = [];
    for (const termDays of [30, 10, 20, 10, 40]) ids.push((await world.license(owner, { termDays })).id);
    const [a, b, c, d, e] = ids;
    const ascending = [...[b!, d!], c!, a!, e!];
    expect(await walk(owner)).toEqual(ascending);
    expect(await walk(owner, { sort: '-expiresAt' })).toEqual(ascending.toReversed());
  });

  it('[LIC-065] filters by state', async () => {
    const owner = world.owner();
    const [active, fresh, expired, blocked] = [
      await world.license(owner),
      await world.license(owner),
      await world.license(owner),
      await world.license(owner),
    ];
    await world.activate(active.activationCode);
    await world.expire(expired.serialNumber);
    await world.block(blocked.id);
    const list = async (status: ListLicenses['status']) =>
      (await world.test.ask(listLicenses, { ...(status ? { status } : {}) }, owner)).items.map((l) => [
        l.id,
        l.status,
      ]);
    expect(await list('active')).toEqual([[active.id, 'active']]);
    expect(await list('not_activated')).toEqual([[fresh.id, 'not_activated']]);
    expect(await list('expired')).toEqual([[expired.id, 'expired']]);
    expect(await list('blocked')).toEqual([[blocked.id, 'blocked']]);
    expect(await list('all')).toHaveLength(4);
    expect(await list(undefined)).toHaveLength(4);
  });

  it('[LIC-024] masks the code for people without the right, and only for them', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    const member = { ...owner, rights: [] };
    const masked = `*****-*****-*****-${license.activationCode.slice(-5)}`;
    const seen = async (as: Actor) => [
      (await world.entries(as))[0]!.activationCode,
      (await world.test.ask(getLicense, { id: license.id }, as)).activationCode,
    ];
    expect(await seen(member)).toEqual([masked, masked]);
    expect(await seen(owner)).toEqual([license.activationCode, license.activationCode]);
  });

  it('shows a company its own licenses alone', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    const other = world.owner();
    expect(await world.entries(other)).toEqual([]);
    expect(await codeOf(world.test.ask(getLicense, { id: license.id }, other))).toBe('NOT_FOUND');
  });

  it('takes no cursor of another company or another filter', async () => {
    const owner = world.owner();
    await world.license(owner);
    await world.license(owner);
    const { nextCursor } = await world.test.ask(listLicenses, { limit: 1 }, owner);
    const cursor = nextCursor!;
    const list = (query: ListLicenses, as = owner) => codeOf(world.test.ask(listLicenses, query, as));
    expect(await list({ cursor })).toBe('OK');
    expect(await list({ cursor }, world.owner())).toBe('VALIDATION_FAILED');
    expect(await list({ cursor, status: 'active' })).toBe('VALIDATION_FAILED');
    expect(await list({ cursor: cursor.slice(1) })).toBe('VALIDATION_FAILED');
  });
});
