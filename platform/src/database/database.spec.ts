import type { DataSource } from 'typeorm';
import { sqlState } from '../errors/to-problem.js';
import { makeLogger } from '../observability/logger.js';
import { testDatabase, type TestDatabase } from '../testing/index.js';
import { makeDataSource } from './data-source.js';
import { Database } from './database.js';

describe('a statement outside of a transaction', () => {
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

  it('is tried once more when its connection dies and it reads', async () => {
    const dying = 'select nextval($1::text::regclass), pg_terminate_backend(pg_backend_pid())';
    await expect(database.query(dying, ['tries'])).rejects.toThrow();
    expect(await tries()).toBe(2);
  });

  it('is not tried again when its connection dies and it writes, since it may have been executed', async () => {
    const dying = `with one as (insert into thing select nextval('tries') returning id)
      select id, pg_terminate_backend(pg_backend_pid()) from one`;
    await expect(database.query(dying)).rejects.toThrow();
    expect(await tries()).toBe(1);
  });

  it.each([
    ['is tried again after a deadlock, which has undone it', 3, undefined],
    ['is given up after three', 4, '40P01'],
  ])('%s', async (_, first, code) => {
    await database.query(`create or replace function lucky() returns bigint language plpgsql as $$
      declare n bigint := nextval('tries');
      begin
        if n < ${first} then raise exception using errcode = '40P01'; end if;
        return n;
      end $$`);
    const outcome = await database.query('insert into thing select lucky()').catch(sqlState);
    expect(outcome).toEqual(code ?? []);
    expect(await tries()).toBe(3);
    expect(await database.query('delete from thing returning 1')).toHaveLength(code ? 0 : 1);
  });
});
