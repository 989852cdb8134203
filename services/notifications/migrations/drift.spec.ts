import { dataSourceOf, schemaDrift } from '@tessera/platform';
import { testDatabase } from '@tessera/platform/testing';
import { service } from '../src/service.js';

it('has migrations and entities that agree', async () => {
  const database = await testDatabase(service.name, service.entities, service.migrations);
  const dataSource = dataSourceOf(service, { DATABASE_URL: database.url, DATABASE_POOL: 2 } as never);
  await dataSource.initialize();
  // The platform's tables have no entities; whatever else differs is ours.
  const own = (await schemaDrift(dataSource)).filter((sql) =>
    /\b(mail|notification|announcement)\b/.test(sql),
  );
  await dataSource.destroy();
  await database.drop();
  expect(own).toEqual([]);
});
