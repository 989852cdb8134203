import { getRootKey } from '@tessera/contracts';
import { parseSealed, readRootKeys, splitChain } from '@tessera/license/format';
import { LicensingWorld } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

describe('GET /root-key', () => {
  it('[EDG-003] returns to anybody the key that verifies every key file and certificate', async () => {
    const { items } = await world.test.ask(getRootKey, {}, null);
    expect(items.map(({ pem }) => pem)).toEqual([world.rootPublicKey]);
    expect(readRootKeys(items[0]!.pem)).toHaveLength(1);
  });

  it('gives it the id that the certificates of its product keys carry', async () => {
    const { items } = await world.test.ask(getRootKey, {}, null);
    const { certificate } = await world.activate(await world.code());
    const { signer } = parseSealed(splitChain(certificate)!.certificate)!;
    expect(signer.startsWith(items[0]!.keyId)).toBe(true);
  });
});
