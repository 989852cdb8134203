import { dataSourceOf, schemaDrift } from '@tessera/platform';
import { testDatabase, type TestDatabase } from '@tessera/platform/testing';
import { service } from '../src/service.js';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase('devices', service.entities, service.migrations);
  });
  afterAll(() => database.drop());

  it('make the schema that the entities describe', async () => {
    const config = service.readConfig({
      DATABASE_URL: database.url,
      DATA_KEY: `t:${Buffer.alloc(32).toString('base64')}`,
    });
    const source = await dataSourceOf(service, config).initialize();
    const drift = await schemaDrift(source);
    await source.destroy();
    expect(drift).toEqual([]);
  });
});
