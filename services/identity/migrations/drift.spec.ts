import { dataSourceOf, schemaDrift } from '@tessera/platform';
import { testDatabase } from '@tessera/platform/testing';
import { service } from '../src/service.js';

describe('the migrations', () => {
  it('make the schema that the entities describe', async () => {
    const database = await testDatabase('identity', service.entities, service.migrations);
    const dataSource = dataSourceOf(
      service as never,
      { DATABASE_URL: database.url, DATABASE_POOL: 2 } as never,
    );
    await dataSource.initialize();
    expect(await schemaDrift(dataSource)).toEqual([]);
    await dataSource.destroy();
    await database.drop();
  });
});
