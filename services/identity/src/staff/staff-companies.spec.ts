import {
  getStaffCompany,
  listStaffCompanies,
  listStaffCompanyUsers,
  type ListStaffCompanies,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, type TestService } from '@tessera/platform/testing';
import { FillCompanySearchKeys } from '../companies/fill-company-search-keys.js';
import { aCompany, aPerson, startIdentity, type TestPerson } from '../../test/factories.js';

describe('customers, as staff sees them', () => {
  let test: TestService;
  let agent: TestPerson;
  beforeAll(async () => {
    test = await startIdentity();
    agent = await aPerson(test, { staffRole: 'support-agent' });
  });
  afterAll(() => test.stop());

  const list = (input: ListStaffCompanies = {}, as = agent) => test.ask(listStaffCompanies, input, as.actor);
  const names = async (input: ListStaffCompanies) => (await list(input)).items.map((c) => c.name);
  /** A word that no other test has in a name. */
  let serial = 0;
  const word = () => `w${process.pid}x${++serial}w`;

  it('are found by any part of their name, in any case, and sorted by it', async () => {
    const unique = word();
    for (const name of [`öko ${unique}`, `Zeta ${unique} GmbH`, `alpha ${unique}`, `ÄRZTE ${unique}`])
      await aCompany(test, name);
    expect(await names({ search: ` ${unique.toUpperCase()}  ` })).toEqual([
      `alpha ${unique}`,
      `Zeta ${unique} GmbH`,
      `ÄRZTE ${unique}`,
      `öko ${unique}`,
    ]);
    expect(await names({ search: `ärzte ${unique}` })).toEqual([`ÄRZTE ${unique}`]);
    expect(await names({ search: `ÖKO ${unique}` })).toEqual([`öko ${unique}`]);
    expect(await names({ search: word() })).toEqual([]);
  });

  it('are found by the address of one of their people, once each', async () => {
    const unique = word();
    const owner = await aPerson(test, { role: 'owner', email: `Boss.${unique}@Example.com` });
    await aPerson(test, {
      role: 'member',
      companyId: owner.companyId!,
      email: `colleague.${unique}@example.com`,
    });
    await aPerson(test, { email: `alone.${unique}@example.com` });
    const { items } = await list({ search: `${unique.toUpperCase()}@EXAMPLE` });
    expect(items).toEqual([
      {
        id: owner.companyId,
        name: 'Acme GmbH',
        country: 'DE',
        createdAt: expect.any(String) as string,
        owner: { id: owner.userId, name: 'Ada Example', email: owner.email },
      },
    ]);
  });

  it.each([
    ['composed', 'Mu\u0308ller', 'M\u00fcller'],
    ['decomposed', 'M\u00fcller', 'MU\u0308LLER'],
    ['sharp s', 'Stra\u00dfe', 'STRASSE'],
    ['its capitals', 'STRASSE', 'stra\u00dfe'],
    ['Turkish letters', 'I\u015eIK', '\u0131\u015f\u0131k'],
    ['a dotted capital', '\u0130stanbul', 'istanbul'],
    ['no-break blanks', 'Acme\u00a0Nord', 'acme nord'],
    ['full width', '\uff2e\uff35\uff34', 'nut'],
    ['a soft hyphen', 'Nord\u00adlicht', 'nordlicht'],
  ])('are found though they are written otherwise: %s', async (_what, written, searched) => {
    const unique = word();
    await aCompany(test, `${written} ${unique}`);
    expect(await names({ search: `${searched} ${unique}` })).toEqual([`${written} ${unique}`]);
  });

  it('that the release before founds are found as soon as they have a key', async () => {
    const unique = word();
    await test.query(`insert into company (id, name, country) values ($1, $2, 'DE')`, [
      uuidv7(),
      `${unique} \u00df`,
    ]);
    await test.instances[0]!.app.get(FillCompanySearchKeys).run();
    expect(await names({ search: `${unique} SS` })).toEqual([`${unique} \u00df`]);
  });

  it('are found by an address with a domain in any script', async () => {
    const unique = word();
    await aPerson(test, { role: 'owner', email: `info@xn--${unique}-bcher-kva.example` });
    await aPerson(test, { role: 'owner', email: `info.${unique}@xn--bcher-kva.example` });
    const { items } = await list({ search: `info.${unique}@b\u00fccher.EXAMPLE` });
    const email = `info.${unique}@bücher.example`;
    expect(items.map((c) => c.owner!.email)).toEqual([email]);
    const users = await test.ask(listStaffCompanyUsers, { id: items[0]!.id }, agent.actor);
    expect(users.items.map((u) => u.email)).toEqual([email]);
  });

  it.each(['%', '_', '\\', '%%', "'"])('are searched for %s as it stands', async (sign) => {
    const unique = word();
    await aCompany(test, `${unique} a b`);
    await aCompany(test, `${unique} a${sign}b`);
    expect(await names({ search: `${unique} a${sign}b` })).toEqual([`${unique} a${sign}b`]);
  });

  it('are listed page by page, each once, also where they have the same name', async () => {
    const unique = word();
    for (let i = 0; i < 3; i++) await aCompany(test, `Same ${unique}`);
    // As long as a name may be, in letters that take the most room.
    const long = `${unique} `.padEnd(200, '𐐀');
    await aCompany(test, long);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({
        search: unique,
        limit: 1,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((c) => c.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
    const { nextCursor } = await list({ search: unique, limit: 1 });
    expect(await codeOf(list({ search: `${unique}x`, cursor: nextCursor! }))).toBe('VALIDATION_FAILED');
    expect(await codeOf(list({ search: unique, country: 'DE', cursor: nextCursor! }))).toBe(
      'VALIDATION_FAILED',
    );
  });

  it('are filtered by country', async () => {
    const unique = word();
    await aCompany(test, `${unique} at home`);
    const abroad = await aCompany(test, `${unique} abroad`);
    await test.query(`update company set country = 'CH' where id = $1`, [abroad]);
    expect(await names({ search: unique, country: 'CH' })).toEqual([`${unique} abroad`]);
    expect(await names({ country: 'CH' })).toContain(`${unique} abroad`);
    expect(await names({ country: 'AQ' })).toEqual([]);
  });

  it('are shown one by one, with their owner and how many people they have', async () => {
    const owner = await aPerson(test, { role: 'owner' });
    for (const role of ['member', 'device_member'] as const)
      await aPerson(test, { role, companyId: owner.companyId! });
    expect(await test.ask(getStaffCompany, { id: owner.companyId! }, agent.actor)).toMatchObject({
      id: owner.companyId,
      owner: { email: owner.email },
      memberCount: 3,
    });
    const empty = await aCompany(test);
    expect(await test.ask(getStaffCompany, { id: empty }, agent.actor)).toMatchObject({
      owner: null,
      memberCount: 0,
    });
    expect(await codeOf(test.ask(getStaffCompany, { id: uuidv7() }, agent.actor))).toBe('NOT_FOUND');
  });

  it('show their people page by page, and no others', async () => {
    const owner = await aPerson(test, { role: 'owner' });
    const id = owner.companyId!;
    const member = await aPerson(test, { role: 'member', companyId: id });
    await aPerson(test, { role: 'owner' });
    const first = await test.ask(listStaffCompanyUsers, { id, limit: 1 }, agent.actor);
    const second = await test.ask(
      listStaffCompanyUsers,
      { id, limit: 1, cursor: first.nextCursor! },
      agent.actor,
    );
    expect([...first.items, ...second.items]).toMatchObject([
      { id: owner.userId, name: 'Ada Example', email: owner.email, role: 'owner' },
      { id: member.userId, email: member.email, role: 'member' },
    ]);
    expect(second.nextCursor).toBeNull();
    const other = { id: await aCompany(test), cursor: first.nextCursor! };
    expect(await codeOf(test.ask(listStaffCompanyUsers, other, agent.actor))).toBe('VALIDATION_FAILED');
    expect(await codeOf(test.ask(listStaffCompanyUsers, { id: uuidv7() }, agent.actor))).toBe('NOT_FOUND');
  });

  it.each(['support-lead', 'license-admin', 'platform-admin'] as const)(
    'are there for a %s',
    async (role) => {
      expect(await codeOf(list({}, await aPerson(test, { staffRole: role })))).toBe('OK');
    },
  );

  it.each([
    ['an owner', () => aPerson(test, { role: 'owner' })],
    ['a person without a company', () => aPerson(test)],
    ['a partner', () => aPerson(test, { staffRole: 'partner' })],
  ])('do not exist for %s', async (_kind, make) => {
    const person = await make();
    const id = person.companyId ?? (await aCompany(test));
    const asked = [
      list({}, person),
      test.ask(getStaffCompany, { id }, person.actor),
      test.ask(listStaffCompanyUsers, { id }, person.actor),
    ];
    expect(new Set(await Promise.all(asked.map(codeOf)))).toEqual(new Set(['NOT_FOUND']));
  });
});
