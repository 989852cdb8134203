import type { DeviceReport, SyncDevice } from '@tessera/contracts';
import { TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, healthy } from '../../test/factories.js';
import { service } from '../service.js';

describe('the clock of a device', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  const HOUR = 3_600_000;
  const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  const world = async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const told = async (news: Omit<SyncDevice, 'token'>) => {
      await device.sync(news);
      const { status, reasons, clockSkewSeconds } = await device.view(admin);
      return { status, reasons: reasons.map((r) => r.code), clockSkewSeconds };
    };
    return { device, told };
  };

  it.each([
    '9999-12-31T23:59:59Z',
    '9999-12-31T23:59:59.999999999Z',
    '1970-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
  ])('does not make a device protected whose databases are of %s', async (databasesAt) => {
    const { told } = await world();
    expect(await told({ report: { ...healthy(), databasesAt } })).toMatchObject({
      status: 'attention',
      reasons: ['DATABASES_DATE_IMPLAUSIBLE'],
    });
    expect(await told({ clock: at(0), report: { ...healthy(), databasesAt } })).toMatchObject({
      reasons: ['DATABASES_DATE_IMPLAUSIBLE'],
    });
    expect(await told({ report: healthy() })).toMatchObject({ status: 'protected', reasons: [] });
  });

  it('that is behind invents no old databases, and one that is ahead hides none', async () => {
    const { told } = await world();
    expect(await told({ clock: at(-48), report: { ...healthy(), databasesAt: at(-49) } })).toMatchObject({
      status: 'attention',
      reasons: ['CLOCK_IMPLAUSIBLE'],
      clockSkewSeconds: expect.closeTo(-48 * 3_600, -1),
    });
    expect(await told({ clock: at(48), report: { ...healthy(), databasesAt: at(20) } })).toMatchObject({
      reasons: ['DATABASES_OLD', 'CLOCK_IMPLAUSIBLE'],
    });
    expect(await told({ clock: at(0) })).toMatchObject({ reasons: ['DATABASES_OLD'], clockSkewSeconds: 0 });
  });

  it('is kept from the last report', async () => {
    const { told } = await world();
    await told({ clock: at(48) });
    expect(await told({ report: { ...healthy(), databasesAt: at(47) } })).toMatchObject({
      reasons: ['CLOCK_IMPLAUSIBLE'],
    });
  });

  it.each([['9999-12-31T23:59:59Z'], ['0001-01-01T00:00:00Z']])('may be anywhere: %s', async (clock) => {
    const { told } = await world();
    expect(await told({ clock, report: { ...healthy(), databasesAt: clock } })).toMatchObject({
      status: 'attention',
      reasons: ['CLOCK_IMPLAUSIBLE'],
    });
  });

  it.each([
    ['2026-06-30T23:59:60Z', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01t01:59:60+02:00', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01 02:00:00.123456789123+02:00', '2026-07-01T00:00:00.123Z'],
  ])('and its times are read as RFC 3339 has them: %s', async (time, utc) => {
    const { device, told } = await world();
    const { refused } = await device.sync({
      clock: time,
      report: { ...healthy(), databasesAt: time, licenseExpiresAt: time },
    });
    expect(refused).toBeUndefined();
    const { clockSkewSeconds } = await told({});
    expect(clockSkewSeconds).toBeCloseTo((Date.parse(utc) - Date.now()) / 1000, -1);
    const [row] = await test.query<{ report: DeviceReport }>('select report from device where id = $1', [
      device.id,
    ]);
    expect(row!.report.licenseExpiresAt).toBe(utc);
  });

  it.each([
    ['2026-07-01'],
    ['2026-07-01T00:00'],
    ['2026-07-01T00:00:00'],
    ['2026-06-30T23:59:61Z'],
    ['20260701T000000Z'],
    ['Wed, 01 Jul 2026 00:00:00 GMT'],
  ])('that is written otherwise is none: %s', async (clock) => {
    const { device } = await world();
    expect((await device.sync({ clock })).refused).toEqual([{ part: 'clock', code: 'MALFORMED' }]);
  });

  it.each([
    ['soon', 'MALFORMED'],
    ['', 'MALFORMED'],
    [17, 'WRONG_TYPE'],
    [null, 'WRONG_TYPE'],
    [{}, 'WRONG_TYPE'],
    ['2026-13-01T00:00:00Z', 'MALFORMED'],
  ])('that is no time (%j) costs nothing else', async (clock, code) => {
    const { device, told } = await world();
    const news = { clock, report: { ...healthy(), activeThreats: 1 } } as never;
    expect((await device.sync(news)).refused).toEqual([{ part: 'clock', code }]);
    expect(await told({})).toMatchObject({ reasons: ['THREATS_FOUND'], clockSkewSeconds: null });
  });

  it('is written down when it has changed, and not at each check-in', async () => {
    const { device, told } = await world();
    const written = () => test.query(`select xmin::text from device where id = $1`, [device.id]);
    await told({ clock: at(1) });
    const before = await written();
    await device.sync({ clock: new Date(Date.now() + HOUR + 4_000).toISOString() });
    expect(await written()).toEqual(before);
    expect((await told({ clock: at(0) })).clockSkewSeconds).toBe(0);
  });
});
