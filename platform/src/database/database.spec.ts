import type { DataSource } from 'typeorm';
import { makeLogger } from '../service/logger.js';
import { testDatabase, type TestDatabase } from '../testing/index.js';
import { makeDataSource } from './data-source.js';
import { Database } from './database.js';

describe('a statement outside of a transaction whose connection dies', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeAll(async () => {
    test = await testDatabase('single', [], []);
    dataSource = makeDataSource({
      url: test.url,
      entities: [],
      migrations: [],
      poolSize: 2,
      applicationName: 'single',
      logger: makeLogger('single', 'silent'),
    });
    await dataSource.initialize();
    database = new Database(dataSource);
    await database.query('create table thing (id bigint primary key)');
    await database.query('create sequence tries');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await test.drop();
  });
  beforeEach(() => database.query('alter sequence tries restart'));

  /** What a sequence has counted stays when the statement is undone. */
  const tries = async () =>
    (
      await database.query<{ n: number }>(
        'select case when is_called then last_value else 0 end::int as n from tries',
      )
    )[0]!.n;

  it('is tried once more when it reads', async () => {
    const dying = 'select nextval($1::text::regclass), pg_terminate_backend(pg_backend_pid())';
    await expect(database.query(dying, ['tries'])).rejects.toThrow();
    expect(await tries()).toBe(2);
  });

  it('is not tried again when it writes, in a part of it too, since it may have been executed', async () => {
    const dying = `with one as (insert into thing select nextval('tries') returning id)
      select id, pg_terminate_backend(pg_backend_pid()) from one`;
    await expect(database.query(dying)).rejects.toThrow();
    expect(await tries()).toBe(1);
  });
});
