import { dataSourceOf, schemaDrift } from '@tessera/platform';
import { testDatabase } from '@tessera/platform/testing';
import { service } from '../src/service.js';

describe('migrations', () => {
  it('bring the schema exactly to the entities', async () => {
    const database = await testDatabase(service.name, service.entities, service.migrations);
    const config = service.readConfig({
      DATABASE_URL: database.url,
      DATA_KEY: `test:${Buffer.alloc(32).toString('base64')}`,
    });
    const dataSource = await dataSourceOf(service as never, config).initialize();
    const drift = await schemaDrift(dataSource);
    await dataSource.destroy();
    await database.drop();
    const platform = /"(outbox|inbox|dead_letter|idempotent_reply)"/;
    expect(drift.filter((statement) => !platform.test(statement))).toEqual([]);
  });
});
