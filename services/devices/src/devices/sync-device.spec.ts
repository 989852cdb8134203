import { cancelCommand, commandChanged, listCommands, sendCommand, syncDevice } from '@tessera/contracts';
import { codeOf, eventually, TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, healthy, shield } from '../../test/factories.js';
import { service } from '../service.js';

describe('POST /agent/sync', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  it('[DEV-030] runs Quick Scan on command: queued, delivered, running, succeeded', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const sent = await test.ask(
      sendCommand,
      { id: device.id, kind: 'quick_scan', parameters: { depth: 1 } },
      admin,
    );
    expect(sent).toMatchObject({ state: 'queued', kind: 'quick_scan', result: null });

    const { orders } = await device.sync();
    expect(orders).toEqual([
      {
        type: 'run',
        id: sent.id,
        deviceId: device.id,
        epoch: 1,
        kind: 'quick_scan',
        parameters: { depth: 1 },
        issuedAt: sent.createdAt,
        deliverBy: sent.deliverBy,
        runTimeout: 3600,
      },
    ]);
    await device.sync({ commands: [{ id: sent.id, state: 'running', progress: 40 }] });
    expect(await device.view(admin)).toMatchObject({
      status: 'busy',
      reasons: [{ code: 'SCAN_RUNNING', severity: 'info' }],
    });
    await device.sync({
      commands: [{ id: sent.id, state: 'succeeded', result: { scanned: 812, found: 0 } }],
    });

    const { items } = await test.ask(listCommands, { id: device.id }, admin);
    expect(items).toMatchObject([
      { id: sent.id, state: 'succeeded', progress: 100, result: { scanned: 812, found: 0 } },
    ]);
    expect(items[0]!.timeline.map((t) => t.state)).toEqual(['queued', 'delivered', 'running', 'succeeded']);
    expect(await device.view(admin)).toMatchObject({ status: 'protected' });
    await eventually(() =>
      expect(
        test
          .emitted(commandChanged)
          .filter((e) => e.data.commandId === sent.id)
          .map((e) => e.data.state),
      ).toEqual(['delivered', 'running', 'succeeded']),
    );
  });

  it('gives a command again until the device has answered, and takes each report once', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const { id } = await test.ask(sendCommand, { id: device.id, kind: 'full_scan' }, admin);
    expect((await device.sync()).orders).toMatchObject([{ id }]);
    expect((await device.sync()).orders).toMatchObject([{ id }]);
    expect((await device.sync({ commands: [{ id, state: 'running' }] })).orders).toEqual([]);
    const done = { commands: [{ id, state: 'succeeded' as const, result: { found: 1 } }] };
    await device.sync(done);
    await device.sync({ commands: [{ id, state: 'failed', reason: 'LATE' }] });
    await device.sync(done);
    const { items } = await test.ask(listCommands, { id: device.id }, admin);
    expect(items[0]).toMatchObject({ state: 'succeeded', result: { found: 1 } });
    expect(items[0]!.timeline).toHaveLength(4);
  });

  it('holds a command for a device that is away until it comes back', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const { id } = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
    expect(await device.view(admin)).toMatchObject({ online: false });
    await device.connect();
    expect((await device.sync()).orders).toMatchObject([{ id }]);
  });

  it('[EDG-010] cancels what waits at once, and what the device has with its acknowledgement', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const waiting = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
    expect(await test.ask(cancelCommand, { id: waiting.id }, admin)).toMatchObject({ state: 'cancelled' });
    expect((await device.sync()).orders).toEqual([]);

    const { id } = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
    await device.sync();
    await device.sync({ commands: [{ id, state: 'running' }] });
    expect(await test.ask(cancelCommand, { id }, admin)).toMatchObject({ state: 'cancelling' });
    expect((await device.sync()).orders).toMatchObject([{ type: 'cancel', id, epoch: 1 }]);
    await device.sync({ commands: [{ id, state: 'cancelled' }] });
    const { items } = await test.ask(listCommands, { id: device.id }, admin);
    expect(items[0]!.timeline.map((t) => t.state)).toEqual([
      'queued',
      'delivered',
      'running',
      'cancelling',
      'cancelled',
    ]);
    expect(await codeOf(test.ask(cancelCommand, { id }, admin))).toBe('COMMAND_FINAL');
  });

  it('tells when the device shall come back, with jitter, and rarely while a socket is open', async () => {
    const device = await connectedDevice(test, administrator(test));
    const polled = await Promise.all(Array.from({ length: 12 }, () => device.sync()));
    const intervals = polled.map((r) => r.nextInterval);
    expect(Math.min(...intervals)).toBeGreaterThanOrEqual(24);
    expect(Math.max(...intervals)).toBeLessThanOrEqual(36);
    expect(new Set(intervals).size).toBeGreaterThan(1);
    expect((await device.sync({ live: true })).nextInterval).toBeGreaterThanOrEqual(240);
  });

  it('knows an app that the device no longer lists as uninstalled, and keeps the others', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin, {
      apps: [shield, { product: 'Cloud Guard', version: '2.0' }],
    });
    await device.sync({ apps: [shield] });
    const { apps } = await device.view(admin);
    expect(apps).toMatchObject([
      { product: 'Cloud Guard', connected: false, installed: false },
      { product: 'Endpoint Shield', connected: true, installed: true },
    ]);
  });

  it('[DEV-027] shows what the device reports', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await device.sync({ report: { ...healthy(), realTimeProtection: false, possibleThreats: 2 } });
    expect(await device.view(admin)).toMatchObject({
      status: 'problem',
      reasons: [
        { code: 'PROTECTION_OFF', severity: 'problem', remedy: 'Turn on real-time protection.' },
        { code: 'POSSIBLE_THREATS', severity: 'attention' },
      ],
    });
  });

  it('refuses', async () => {
    const device = await connectedDevice(test, administrator(test));
    const { token } = device;
    const [body = '', mac = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify([device.id, 'x', 1, 9e15])).toString('base64url');
    const table = [
      ['a token that is none', { token: 'abc' }, 'TOKEN_REJECTED'],
      ['a changed token', { token: `${body}A.${mac}` }, 'TOKEN_REJECTED'],
      ['a token of its own making', { token: `${forged}.${mac}` }, 'TOKEN_REJECTED'],
    ] as const;
    for (const [what, input, expected] of table)
      expect([what, await codeOf(test.ask(syncDevice, input as never, null))]).toEqual([what, expected]);
  });

  it('takes no report about a command of another device', async () => {
    const admin = administrator(test);
    const [one, two] = [await connectedDevice(test, admin), await connectedDevice(test, admin)];
    const { id } = await test.ask(sendCommand, { id: one.id, kind: 'quick_scan' }, admin);
    await one.sync();
    await two.sync({ commands: [{ id, state: 'succeeded' }] });
    const { items } = await test.ask(listCommands, { id: one.id }, admin);
    expect(items[0]).toMatchObject({ state: 'delivered' });
  });
});
