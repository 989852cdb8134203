import { reportPresence } from '@tessera/contracts';
import { eventually, TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, healthy, someId } from '../../test/factories.js';
import { service } from '../service.js';

describe('presence', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service, { environment: { SWEEP_MS: '50' } });
  });
  afterAll(() => test.stop());

  const changes = async (id: string) =>
    (
      await test.query(`select 1 from outbox where aggregate_id = $1 and subject like '%device.changed%'`, [
        id,
      ])
    ).length;

  it('is leased for 45 seconds and emitted once', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const before = await changes(device.id);
    await device.present();
    await device.present();
    const { online, lastSeenAt } = await device.view(admin);
    expect(online).toBe(true);
    expect(Date.now() - Date.parse(lastSeenAt!)).toBeLessThan(5_000);
    const [row] = await test.query<{ seconds: number }>(
      `select extract(epoch from lease_until - last_seen_at)::int as seconds from presence where device_id = $1`,
      [device.id],
    );
    expect(row!.seconds).toBe(45);
    expect(await changes(device.id)).toBe(before + 1);
  });

  it('ends with the lease, though no gateway says so', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await device.present();
    const before = await changes(device.id);
    await test.query(`update presence set lease_until = now() - interval '1 second' where device_id = $1`, [
      device.id,
    ]);
    expect((await device.view(admin)).online).toBe(false);
    await eventually(async () => expect(await changes(device.id)).toBe(before + 1));
  });

  it('ends when the gateway says that the socket is closed', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await device.present();
    await test.ask(reportPresence, { present: [], gone: [device.id] }, null);
    expect((await device.view(admin)).online).toBe(false);
  });

  it('ignores devices that do not exist', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await test.ask(reportPresence, { present: [someId(), device.id], gone: [someId()] }, null);
    expect((await device.view(admin)).online).toBe(true);
  });

  it('warns of a device that was not seen for a week, until it comes back', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await test.query(`update presence set last_seen_at = now() - interval '8 days' where device_id = $1`, [
      device.id,
    ]);
    await test.query(`update device set status_due_at = now() where id = $1`, [device.id]);
    await eventually(async () =>
      expect(await device.view(admin)).toMatchObject({
        status: 'attention',
        reasons: [{ code: 'LONG_NOT_SEEN' }],
      }),
    );
    await device.present();
    await eventually(async () => expect((await device.view(admin)).status).toBe('protected'));
  });

  it('refreshes the status of every other device though one of them cannot be read', async () => {
    const admin = administrator(test);
    const [broken, sound] = [await connectedDevice(test, admin), await connectedDevice(test, admin)];
    const due = `status_due_at = now() - interval '1 day'`;
    await test.query(
      `update device set ${due}, report = '{"databasesAt": 7e400}'::jsonb, refused_parts = '7' where id = $1`,
      [broken.id],
    );
    await test.query(`update presence set last_seen_at = now() - interval '8 days' where device_id = $1`, [
      sound.id,
    ]);
    await test.query(`update device set status_due_at = now() where id = $1`, [sound.id]);
    await eventually(async () =>
      expect((await sound.view(admin)).reasons).toMatchObject([{ code: 'LONG_NOT_SEEN' }]),
    );
  });

  it('changes the status when databases grow old, without a word from the device', async () => {
    const admin = administrator(test);
    const almost = new Date(Date.now() - 24 * 3_600_000 + 400).toISOString();
    const device = await connectedDevice(test, admin, { report: { ...healthy(), databasesAt: almost } });
    expect((await device.view(admin)).status).toBe('protected');
    await eventually(async () =>
      expect(await device.view(admin)).toMatchObject({
        status: 'attention',
        reasons: [{ code: 'DATABASES_OLD' }],
      }),
    );
  });
});
