import {
  deviceDisconnected,
  disconnectDevice,
  listCommands,
  listDevices,
  sendCommand,
} from '@tessera/contracts';
import { codeOf, eventually, TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, enrollmentCode, someId } from '../../test/factories.js';
import { service } from '../service.js';

describe('DELETE /devices/{id}', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  it('[DEV-013][DEV-014][DEV-015][DEV-020] disconnects a device and its apps, and ends its commands', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await device.present();
    const running = await test.ask(sendCommand, { id: device.id, kind: 'full_scan' }, admin);
    await device.sync();
    const waiting = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);

    await test.ask(disconnectDevice, { id: device.id }, admin);

    expect(await device.view(admin)).toMatchObject({
      connected: false,
      online: false,
      status: 'unknown',
      reasons: [{ code: 'DISCONNECTED' }],
      apps: [{ connected: false }],
    });
    const { items } = await test.ask(listCommands, { id: device.id }, admin);
    expect(items.map((c) => [c.id, c.state])).toEqual([
      [waiting.id, 'cancelled'],
      [running.id, 'superseded'],
    ]);
    expect(await codeOf(test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin))).toBe(
      'DEVICE_DISCONNECTED',
    );
    expect(await codeOf(device.sync())).toBe('ENROLLMENT_ENDED');
    expect(await codeOf(device.connect())).toBe('ENROLLMENT_ENDED');
    expect((await test.ask(listDevices, {}, admin)).items).toEqual([]);
    expect((await test.ask(listDevices, { connected: false }, admin)).items).toMatchObject([
      { id: device.id },
    ]);
    await eventually(() =>
      expect(test.emitted(deviceDisconnected).filter((e) => e.data.deviceId === device.id)).toMatchObject([
        { companyId: admin.companyId, data: { deviceName: 'Laptop', userId: admin.userId } },
      ]),
    );
  });

  it('leaves alone what is installed', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await test.ask(disconnectDevice, { id: device.id }, admin);
    expect((await device.view(admin)).apps).toMatchObject([{ connected: false, installed: true }]);
  });

  it('[DEV-021] lets the device come back as itself, and nothing from before runs', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const { id } = device;
    await test.ask(sendCommand, { id, kind: 'quick_scan' }, admin);
    await test.ask(disconnectDevice, { id }, admin);

    await device.enroll(await enrollmentCode(test, admin));
    await device.connect();

    expect(device.enrolled).toMatchObject({ deviceId: id, epoch: 3 });
    expect((await device.sync()).orders).toEqual([]);
    expect(await device.view(admin)).toMatchObject({
      connected: true,
      status: 'protected',
      apps: [{ connected: true }],
    });
    const again = await test.ask(sendCommand, { id, kind: 'quick_scan' }, admin);
    expect((await device.sync()).orders).toMatchObject([{ id: again.id, epoch: 3 }]);
  });

  it('says nothing twice', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await test.ask(disconnectDevice, { id: device.id }, admin);
    await test.ask(disconnectDevice, { id: device.id }, admin);
    await eventually(() =>
      expect(test.emitted(deviceDisconnected).map((e) => e.data.deviceId)).toContain(device.id),
    );
    expect(
      await test.query(`select 1 from outbox where aggregate_id = $1 and subject like '%disconnected%'`, [
        device.id,
      ]),
    ).toHaveLength(1);
  });

  it('refuses', async () => {
    const admin = administrator(test);
    const { id } = await connectedDevice(test, admin);
    const member = test.identity.actor({ companyId: admin.companyId });
    expect(await codeOf(test.ask(disconnectDevice, { id }, administrator(test)))).toBe('NOT_FOUND');
    expect(await codeOf(test.ask(disconnectDevice, { id: someId() }, admin))).toBe('NOT_FOUND');
    expect(await codeOf(test.ask(disconnectDevice, { id }, member))).toBe('RIGHT_MISSING');
    expect((await test.ask(listDevices, {}, admin)).items).toMatchObject([{ id, connected: true }]);
  });
});
