import { deviceChanged, renameDevice } from '@tessera/contracts';
import { codeOf, eventually, TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, healthy } from '../../test/factories.js';
import { service } from '../service.js';

describe('PATCH /devices/{id}', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  it('[DEV-009] gives a device another name, also while it reports', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const { version } = await device.view(admin);
    await device.sync({ report: { ...healthy(), restartRequired: true } });
    const renamed = await test.ask(renameDevice, { id: device.id, name: ' Büro ', ifMatch: version }, admin);
    expect(renamed).toMatchObject({ name: 'Büro', version: version + 1, status: 'attention' });
    expect(await device.view(admin)).toEqual(renamed);
    await eventually(() =>
      expect(test.emitted(deviceChanged).map((e) => e.data.deviceId)).toContain(device.id),
    );
  });

  it('refuses', async () => {
    const admin = administrator(test);
    const { id } = await connectedDevice(test, admin);
    const member = test.identity.actor({ companyId: admin.companyId });
    const table = [
      ['an older version', { id, name: 'x', ifMatch: 99 }, admin, 'ETAG_MISMATCH'],
      ['a name of blanks', { id, name: '   ', ifMatch: 1 }, admin, 'NAME_EMPTY'],
      ['two lines', { id, name: 'a\nb', ifMatch: 1 }, admin, 'VALIDATION_FAILED'],
      ['a long name', { id, name: 'x'.repeat(101), ifMatch: 1 }, admin, 'VALIDATION_FAILED'],
      ["another company's device", { id, name: 'x', ifMatch: 1 }, administrator(test), 'NOT_FOUND'],
      ['somebody without the right', { id, name: 'x', ifMatch: 1 }, member, 'RIGHT_MISSING'],
    ] as const;
    for (const [what, input, as, expected] of table)
      expect([what, await codeOf(test.ask(renameDevice, input, as))]).toEqual([what, expected]);
  });
});
