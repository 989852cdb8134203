import { dataSourceOf, schemaDrift } from '@tessera/platform';
import { testDatabase } from '@tessera/platform/testing';
import { service } from '../src/service.js';

describe('migrations', () => {
  it('make the schema that the entities describe', async () => {
    const database = await testDatabase(service.name, service.entities, service.migrations);
    const dataSource = dataSourceOf(service, { DATABASE_URL: database.url, DATABASE_POOL: 2 } as never);
    await dataSource.initialize();
    const drift = await schemaDrift(dataSource);
    await dataSource.destroy();
    await database.drop();
    expect(drift).toEqual([]);
  });
});
