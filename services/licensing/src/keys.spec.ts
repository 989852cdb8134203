import { getLicense } from '@tessera/contracts';
import { randomBytes } from 'node:crypto';
import { LicensingWorld } from '../test/factories.js';

describe('licensing with a wrong key', () => {
  let world: LicensingWorld;
  beforeAll(async () => void (world = await LicensingWorld.start()));
  afterAll(() => world.stop());

  const other = randomBytes(32).toString('base64');
  const start = (environment: Record<string, string>) => world.test.addInstance(environment);

  it('does not start: codes that it sold would be unknown for good', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    await expect(start({ CODE_LOOKUP_KEY: other })).rejects.toThrow(
      /CODE_LOOKUP_KEY is not the key that the data of this database were written with/,
    );
    await expect(start({ DATA_KEY: `test:${other}` })).rejects.toThrow(
      /DATA_KEY has another key under the id test/,
    );
    await expect(start({ DATA_KEY: `k9:${other}` })).rejects.toThrow(
      /DATA_KEY must have the key test as its last one/,
    );
    await expect(start({ CODE_LOOKUP_KEY: other })).rejects.not.toThrow(new RegExp(other.slice(0, 20)));
    expect(world.test.instances).toHaveLength(1);
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toEqual(license);
  });

  it('starts when a new DATA_KEY comes in front, and reads what the old one sealed', async () => {
    const owner = world.owner();
    const license = await world.license(owner);
    await start({ DATA_KEY: `k2:${other},${world.test.environment.DATA_KEY}` });
    for (let n = 0; n < 4; n++)
      expect(await world.test.ask(getLicense, { id: license.id }, owner)).toEqual(license);
  });
});
