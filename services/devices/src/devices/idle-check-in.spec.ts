import { listDevices } from '@tessera/contracts';
import { codeOf, TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, healthy } from '../../test/factories.js';
import { service } from '../service.js';

describe('a check-in with nothing to do', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  it('is answered by an instance whose database takes no writes', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const readOnly = `${test.databaseUrl}?options=-c%20default_transaction_read_only%3Don`;
    await test.addInstance({ DATABASE_URL: readOnly, MIGRATE_ON_START: 'false' });
    await test.instances.shift()!.stop();

    expect(await device.sync()).toMatchObject({ deviceId: device.id, commands: [] });
    expect(await codeOf(device.sync({ report: { ...healthy(), activeThreats: 1 } }))).toBe('INTERNAL');
    expect((await test.ask(listDevices, {}, admin)).items).toHaveLength(1);
  });
});
