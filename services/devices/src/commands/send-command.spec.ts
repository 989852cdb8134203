import { cancelCommand, commandChanged, commandQueued, listCommands, sendCommand } from '@tessera/contracts';
import { codeOf, eventually, TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, someId } from '../../test/factories.js';
import { service } from '../service.js';

describe('POST /devices/{id}/commands', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service, { environment: { SWEEP_MS: '50' } });
  });
  afterAll(() => test.stop());

  it('[EDG-010] promises when it is delivered and when its result is there, and tells the gateway', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const c = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
    expect(Date.parse(c.deliverBy) - Date.parse(c.createdAt)).toBe(7 * 24 * 3_600_000);
    expect(Date.parse(c.resultBy) - Date.parse(c.deliverBy)).toBe(3_600_000);
    await eventually(() =>
      expect(test.emitted(commandQueued).map((e) => e.data)).toContainEqual({
        commandId: c.id,
        deviceId: device.id,
      }),
    );
  });

  it('[DEV-026] ends a command that was not fetched within seven days, and never delivers it', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const { id } = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
    await test.query(`update command set deliver_by = now(), due_at = now() where id = $1`, [id]);
    expect((await device.sync()).orders).toEqual([]);
    await eventually(async () =>
      expect((await test.ask(listCommands, { id: device.id }, admin)).items).toMatchObject([
        { id, state: 'expired' },
      ]),
    );
    await eventually(() =>
      expect(test.emitted(commandChanged).filter((e) => e.data.commandId === id)).toMatchObject([
        { data: { state: 'expired', userId: admin.userId, kind: 'quick_scan' } },
      ]),
    );
  });

  it('[EDG-010] times out a command without a result, whatever the device says later', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const { id } = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
    await device.sync();
    await device.sync({ commands: [{ id, state: 'running' }] });
    await test.query(`update command set due_at = now() where id = $1`, [id]);
    await eventually(async () =>
      expect((await test.ask(listCommands, { id: device.id }, admin)).items[0]!.state).toBe('timed_out'),
    );
    await device.sync({ commands: [{ id, state: 'succeeded' }] });
    expect((await test.ask(listCommands, { id: device.id }, admin)).items[0]!.state).toBe('timed_out');
    expect((await device.view(admin)).status).toBe('protected');
  });

  it('lets a newer command supersede one of its kind that still waits', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const older = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
    const other = await test.ask(sendCommand, { id: device.id, kind: 'full_scan' }, admin);
    const newer = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
    expect((await device.sync()).orders.map((o) => o.id)).toEqual([other.id, newer.id]);
    const { items } = await test.ask(listCommands, { id: device.id }, admin);
    expect(items.find((c) => c.id === older.id)).toMatchObject({ state: 'superseded' });
  });

  it('queues one command for one idempotency key', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const send = () =>
      test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin, { idempotencyKey: 'k-1' });
    expect(await send()).toEqual(await send());
    expect((await test.ask(listCommands, { id: device.id }, admin)).items).toHaveLength(1);
  });

  it('refuses', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin, { capabilities: ['quick_scan'] });
    const { id } = device;
    const { id: commandId } = await test.ask(sendCommand, { id, kind: 'quick_scan' }, admin);
    const stranger = administrator(test);
    const member = test.identity.actor({ companyId: admin.companyId });
    const kind = 'quick_scan' as const;
    const table = [
      ["another company's device", () => test.ask(sendCommand, { id, kind }, stranger), 'NOT_FOUND'],
      [
        'a device that does not exist',
        () => test.ask(sendCommand, { id: someId(), kind }, admin),
        'NOT_FOUND',
      ],
      ['somebody without the right', () => test.ask(sendCommand, { id, kind }, member), 'RIGHT_MISSING'],
      ['nobody', () => test.ask(sendCommand, { id, kind }, null), 'UNAUTHENTICATED'],
      [
        'what the device cannot do',
        () => test.ask(sendCommand, { id, kind: 'wipe' }, admin),
        'COMMAND_NOT_SUPPORTED',
      ],
      [
        'large parameters',
        () => test.ask(sendCommand, { id, kind, parameters: { t: 'x'.repeat(3_000) } }, admin),
        'VALIDATION_FAILED',
      ],
      [
        'a number that would be signed as another one',
        () => test.ask(sendCommand, { id, kind, parameters: { t: 2 ** 53 } }, admin),
        'VALIDATION_FAILED',
      ],
      ["another company's command", () => test.ask(cancelCommand, { id: commandId }, stranger), 'NOT_FOUND'],
      ["another company's list", () => test.ask(listCommands, { id }, stranger), 'NOT_FOUND'],
    ] as const;
    for (const [what, ask, expected] of table) expect([what, await codeOf(ask())]).toEqual([what, expected]);
    expect((await test.ask(listCommands, { id }, member)).items).toMatchObject([
      { id: commandId, state: 'queued' },
    ]);
  });

  it('lists the newest first, page by page', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const sent: string[] = [];
    for (const kind of ['quick_scan', 'full_scan', 'update_databases'] as const)
      sent.unshift((await test.ask(sendCommand, { id: device.id, kind }, admin)).id);
    const first = await test.ask(listCommands, { id: device.id, limit: 2 }, admin);
    const second = await test.ask(
      listCommands,
      { id: device.id, limit: 2, cursor: first.nextCursor! },
      admin,
    );
    expect([...first.items, ...second.items].map((c) => c.id)).toEqual(sent);
    expect(second.nextCursor).toBeNull();
  });
});
