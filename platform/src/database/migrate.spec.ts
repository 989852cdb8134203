import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeLogger } from '../service/logger.js';
import { testDatabase } from '../testing/index.js';
import { makeDataSource } from './data-source.js';
import { migrate } from './migrate.js';

class Slow1720000000000 implements MigrationInterface {
  readonly name = 'Slow1720000000000';
  async up(q: QueryRunner): Promise<void> {
    await q.query('create table once (id integer)');
    await q.query('select pg_sleep(0.5)');
    await q.query('insert into once values (1)');
  }
  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table once');
  }
}

describe('migrations', () => {
  it('run once when several instances start together: one works, the others wait and find nothing to do', async () => {
    const database = await testDatabase('migrate', [], []);
    const sources = [1, 2, 3].map(() =>
      makeDataSource({
        url: database.url,
        entities: [],
        migrations: [Slow1720000000000],
        poolSize: 2,
        applicationName: 'm',
        logger: makeLogger('m', 'silent'),
      }),
    );
    await Promise.all(sources.map((s) => s.initialize()));
    const done = await Promise.all(sources.map((s) => migrate(s, database.url)));
    expect(done.map((names) => names.length).sort()).toEqual([0, 0, 1]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    expect((await client.query('select * from once')).rows).toEqual([{ id: 1 }]);
    await client.end();
    await Promise.all(sources.map((s) => s.destroy()));
    await database.drop();
  });
});
