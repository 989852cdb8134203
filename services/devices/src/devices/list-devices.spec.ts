import {
  getDevice,
  getDeviceV1,
  listDevices,
  listDevicesV1,
  renameDeviceV1,
  type ListDevices,
} from '@tessera/contracts';
import { codeOf, eventually, TestService } from '@tessera/platform/testing';
import {
  administrator,
  connectedDevice,
  enrollmentCode,
  healthy,
  shield,
  someId,
  TestDevice,
} from '../../test/factories.js';
import { service } from '../service.js';
import { ngramsOf, KEY } from './device-filter.js';

describe('GET /devices', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  const world = async (...names: string[]) => {
    const admin = administrator(test);
    const code = await enrollmentCode(test, admin, Math.max(1, names.length));
    for (const name of names) await new TestDevice(test).enroll(code, { name });
    const names_ = async (input: ListDevices) =>
      (await test.ask(listDevices, input, admin)).items.map((d) => d.name);
    return { admin, names: names_ };
  };

  const throughPages = async (admin: ReturnType<typeof administrator>, input: ListDevices) => {
    const seen: { id: string; name: string }[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await test.ask(listDevices, { ...input, limit: 2, ...(cursor ? { cursor } : {}) }, admin);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    return seen;
  };

  it('[DEV-006] finds a device by any part of its name', async () => {
    const { names } = await world('Büro 1', 'LAPTOP-7', 'Old laptop', '100% ok', '100 ok');
    expect(await names({})).toEqual(['100 ok', '100% ok', 'Büro 1', 'LAPTOP-7', 'Old laptop']);
    expect(await names({ search: 'lap' })).toEqual(['LAPTOP-7', 'Old laptop']);
    expect(await names({ search: 'o' })).toEqual(['Old laptop', '100 ok', '100% ok', 'Büro 1', 'LAPTOP-7']);
    expect(await names({ search: 'BÜRO' })).toEqual(['Büro 1']);
    expect(await names({ search: '%' })).toEqual(['100% ok']);
    expect(await names({ search: '_' })).toEqual([]);
    expect(await names({ search: 'x' })).toEqual([]);
  });

  it('[DEV-006] finds it by every part, however short, in any script and with characters beyond 16 bits', async () => {
    const name = 'Büro 🖨️ 打印机 PC-0012';
    const { names } = await world('Laptop', name);
    const letters = [...name];
    const parts = letters.flatMap((_, from) =>
      letters.slice(from).map((_, more) => letters.slice(from, from + more + 1).join('')),
    );
    // Blanks at the ends do not count, so a part of blanks alone is no search.
    for (const part of parts.filter((one) => one.trim()))
      expect({ part, found: await names({ search: part }) }).toMatchObject({
        found: expect.arrayContaining([name]),
      });
    expect(await names({ search: 'pc-0013' })).toEqual([]);
    expect(await names({ search: '🖨' })).toEqual([name]);
  });

  it('shows a seat that only the device reports as unknown; a client of the release before gets false', async () => {
    const { admin } = await world();
    const device = await connectedDevice(test, admin, { apps: [{ ...shield, seatInUse: true }] });
    await device.sync({ apps: [{ ...shield, version: '13', seatInUse: true }] });
    const seats = async (list: typeof listDevices | typeof listDevicesV1) =>
      (await test.ask(list, {}, admin)).items.flatMap((d) => d.apps.map((a) => a.seatInUse));
    expect(await seats(listDevices)).toEqual([null]);
    expect(await seats(listDevicesV1)).toEqual([false]);
    const before = await test.ask(getDeviceV1, { id: device.id }, admin);
    expect(before.apps).toMatchObject([{ version: '13', seatInUse: false }]);
    const input = { id: device.id, name: 'x', ifMatch: before.version };
    expect(await test.ask(renameDeviceV1, input, admin)).toMatchObject({
      name: 'x',
      apps: [{ seatInUse: false }],
    });
  });

  it.each([
    ['decomposed', 'Mu\u0308ller-PC', 'm\u00fcller'],
    ['sharp s', 'Stra\u00dfe 1', 'STRASSE'],
    ['its capitals', 'STRASSE 1', 'stra\u00dfe'],
    ['Turkish letters', 'I\u015eIK', '\u0131\u015f\u0131k'],
    ['a dotted capital', '\u0130stanbul', 'istanbul'],
    ['no-break blanks', 'Front\u00a0desk', 'front desk'],
    ['full width', '\uff30\uff23\uff17', 'pc7'],
    ['a soft hyphen', 'Lap\u00adtop', 'laptop'],
  ])(
    '[DEV-006] finds a device though its name is written otherwise: %s',
    async (_what, written, searched) => {
      const { names } = await world(written, 'other');
      // As it was stored: invisible characters may have been removed from it on its way in.
      const [taken] = (await names({})).filter((name) => name !== 'other');
      expect(await names({ search: searched })).toEqual([taken]);
      expect(await names({ search: searched.slice(1) })).toEqual([taken]);
    },
  );

  it('finds what the release before has enrolled or renamed, and sorts it with the others', async () => {
    const { admin, names } = await world('Alpha', 'Gamma');
    const [alpha] = (await test.ask(listDevices, {}, admin)).items;
    const before = (set: string) => test.query(`update device set ${set} where id = $1`, [alpha!.id]);
    await before(`name = 'Zulu \u00df', name_key = 'zulu \u00df'`);
    expect(await names({})).toEqual(['Gamma', 'Zulu \u00df']);
    expect(await names({ search: 'zulu' })).toEqual(['Zulu \u00df']);
    expect(await names({ search: 'alpha' })).toEqual([]);
    await eventually(async () => expect(await names({ search: 'zulu SS' })).toEqual(['Zulu \u00df']), 10_000);
  });

  it('filters by status', async () => {
    const { admin, names } = await world('fine');
    await connectedDevice(test, admin, { name: 'bad', report: { ...healthy(), activeThreats: 1 } });
    await connectedDevice(test, admin, { name: 'silent', report: undefined });
    expect(await names({ status: 'problem' })).toEqual(['bad']);
    expect(await names({ status: 'protected' })).toEqual(['fine']);
    expect(await names({ status: 'unknown' })).toEqual(['silent']);
    expect(await names({ status: 'busy' })).toEqual([]);
  });

  it('goes page by page, also through equal names', async () => {
    const { admin } = await world('a', 'b', 'b', 'b', 'c');
    const seen = await throughPages(admin, {});
    expect(seen.map((d) => d.name)).toEqual(['a', 'b', 'b', 'b', 'c']);
    expect(new Set(seen.map((d) => d.id)).size).toBe(5);
  });

  it('[DEV-006] shows names that begin with what is looked for before those that contain it, through all pages', async () => {
    const { admin } = await world('Lab 2', 'a lab', 'Lab', 'Lab', 'the lab', 'b lab', 'labor', 'office');
    const seen = await throughPages(admin, { search: 'LAB' });
    expect(seen.map((d) => d.name)).toEqual(['Lab', 'Lab', 'Lab 2', 'labor', 'a lab', 'b lab', 'the lab']);
    expect(new Set(seen.map((d) => d.id)).size).toBe(7);
  });

  it('goes through all pages, however long the key of a name becomes', async () => {
    const hostile = ['\ufdfa'.repeat(100), '\u{1F600}'.repeat(100), '\u3316'.repeat(99), '"\\'.repeat(50)];
    const letters = Array.from({ length: 100 }, (_, n) => String.fromCodePoint(0x1d400 + n * 7)).join('');
    const { admin } = await world(...[...hostile, letters].flatMap((name) => [name, name, name]));
    const seen = await throughPages(admin, {});
    expect(new Set(seen.map((d) => d.id)).size).toBe(15);
    for (const name of hostile) {
      const search = [...name].slice(0, 2).join('');
      expect(await throughPages(admin, { search })).toHaveLength(3);
    }
  });

  it('binds a cursor to its company and filters', async () => {
    const { admin } = await world('a', 'b');
    const { nextCursor } = await test.ask(listDevices, { limit: 1 }, admin);
    const cursor = nextCursor!;
    expect(await codeOf(test.ask(listDevices, { cursor, search: 'a' }, admin))).toBe('VALIDATION_FAILED');
    expect(await codeOf(test.ask(listDevices, { cursor }, administrator(test)))).toBe('VALIDATION_FAILED');
  });

  it("shows every member the company's devices, and nobody else's", async () => {
    const { admin } = await world('ours');
    const member = test.identity.actor({ companyId: admin.companyId });
    const [device] = (await test.ask(listDevices, {}, member)).items;
    expect(device).toMatchObject({ name: 'ours' });
    const stranger = administrator(test);
    expect((await test.ask(listDevices, {}, stranger)).items).toEqual([]);
    expect(await codeOf(test.ask(getDevice, { id: device!.id }, stranger))).toBe('NOT_FOUND');
    expect(await codeOf(test.ask(listDevices, {}, null))).toBe('UNAUTHENTICATED');
  });

  it('says what helps in the language of the reader', async () => {
    const { admin } = await world('x');
    const device = await connectedDevice(test, admin, {
      name: 'y',
      report: { ...healthy(), restartRequired: true },
    });
    const read = async (language: string) =>
      (await test.ask(getDevice, { id: device.id }, admin, { language })).reasons[0]!.remedy;
    expect(await read('de-AT')).toBe('Starten Sie das Gerät neu.');
    expect(await read('fr')).toBe('Restart the device.');
  });

  it('reads pages, filters and searches of a large account by an index', async () => {
    const companyId = someId();
    await test.query(
      `insert into device (id, company_id, name, name_key, search_key, platform, public_key, epoch, connected, enrolled_by,
          enrolled_at, capabilities, status, reasons, version)
       select gen_random_uuid(), $1, 'Host ' || n, key, key, 'linux', 'k' || n, 1, true, $1, now(), '[]',
              case when n % 100 = 0 then 'problem' else 'protected' end, '[]', 1
         from (select n, 'host ' || md5(n::text) as key from generate_series(1, 20000) n) as made`,
      [companyId],
    );
    await test.query('vacuum analyze device');
    const plan = async (where: string) => {
      const rows = await test.query<{ 'QUERY PLAN': string }>(
        `explain select * from device d where company_id = '${companyId}' and connected = true ${where}
          order by ${KEY}, id limit 26`,
      );
      return rows.map((r) => r['QUERY PLAN']).join('\n');
    };
    expect(await plan(`and (${KEY}, id) > ('host 5', '${companyId}')`)).toMatch(
      /Index Scan using device_by_key/,
    );
    expect(await plan(`and status = 'problem'`)).toMatch(/Index Scan using device_by_status_and_key/);
    const ngrams = ngramsOf('1a2b3c').map((ngram) => `device_gram('${companyId}', '${ngram}')`);
    expect(
      await plan(
        `and ${KEY} like '%1a2b3c%' and device_grams(company_id, ${KEY}) @> array[${ngrams.join(', ')}]`,
      ),
    ).toMatch(/Bitmap Index Scan on device_by_part/);
    const beginning = await test.query<{ 'QUERY PLAN': string }>(
      `explain select * from device d where company_id = '${companyId}' and connected = true
          and ${KEY} collate "C" >= 'host f' and ${KEY} collate "C" < 'host g'
        order by ${KEY} collate "C", id limit 26`,
    );
    expect(JSON.stringify(beginning)).toMatch(/Index Scan using device_by_key_beginning/);
  });
});
