import { companyFounded, getStaffRequest } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { eventually } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';

let world: SupportWorld;
beforeAll(async () => void (world = await SupportWorld.start()));
afterAll(() => world.stop());

describe('companyFounded', () => {
  it('names the company in its requests', async () => {
    const author = world.member();
    const data = { companyId: author.companyId!, name: 'Globex AG', country: 'CH', ownerId: uuidv7() };
    await world.test.publish(companyFounded, data, { companyId: author.companyId });
    await eventually(async () =>
      expect(await world.test.query('select 1 from company where id = $1', [author.companyId])).toHaveLength(
        1,
      ),
    );
    const { id } = await world.request(author);
    expect((await world.test.ask(getStaffRequest, { id }, world.agent())).company.name).toBe('Globex AG');
  });
});
