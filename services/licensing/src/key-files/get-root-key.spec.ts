import { getRootKey } from '@tessera/contracts';
import { parseSealed, readRootKeys, splitChain } from '@tessera/license/format';
import { LicensingWorld } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

describe('GET /root-key', () => {
  it('[EDG-003] shows everybody the key under which every key file and certificate verifies', async () => {
    const { items } = await world.test.ask(getRootKey, {}, null);
    expect(items.map(({ pem }) => pem)).toEqual([world.rootPublicKey]);
    expect(readRootKeys(items[0]!.pem)).toHaveLength(1);
  });

  it('names it as the certificates of its product keys do', async () => {
    const { items } = await world.test.ask(getRootKey, {}, null);
    const { certificate } = await world.activate(await world.code());
    const { signer } = parseSealed(splitChain(certificate)!.certificate)!;
    expect(signer.startsWith(items[0]!.keyId)).toBe(true);
  });
});
