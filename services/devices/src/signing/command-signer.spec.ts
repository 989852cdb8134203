import { Database, DataKey } from '@tessera/platform';
import { TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice } from '../../test/factories.js';
import { service } from '../service.js';
import { CommandSigner } from './command-signer.js';
import { SigningKeysRepository } from './signing-keys.repository.js';

describe('the key that signs commands', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service, { instances: 2 });
  });
  afterAll(() => test.stop());

  it('is one for all instances, sealed at rest, and stays over a restart', async () => {
    const keys = await test.query<{ sealed: Buffer }>('select sealed_private_key as sealed from signing_key');
    expect(keys).toHaveLength(1);
    expect(keys[0]!.sealed.includes(Buffer.from('302e020100300506032b6570', 'hex'))).toBe(false);
    const before = await connectedDevice(test, administrator(test));
    await test.addInstance();
    const after = await connectedDevice(test, administrator(test));
    expect(after.enrolled.serviceKeys).toEqual(before.enrolled.serviceKeys);
  });

  it('is of no use under another data key, which stops the start', async () => {
    const database = test.instances[0]!.app.get(Database, { strict: false });
    const other = new DataKey(`test:${Buffer.alloc(32, 8).toString('base64')}`);
    await expect(
      new CommandSigner(database, other, new SigningKeysRepository()).onModuleInit(),
    ).rejects.toThrow();
    expect(await test.query('select 1 from signing_key')).toHaveLength(1);
  });
});
