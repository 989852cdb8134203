import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeLogger } from '../observability/logger.js';
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

/** What a later release adds to a table that is in use. */
class Expand1720000000001 implements MigrationInterface {
  readonly name = 'Expand1720000000001';
  async up(q: QueryRunner): Promise<void> {
    await q.query(`insert into seen values (current_setting('statement_timeout'))`);
    await q.query('alter table busy add column later text');
  }
  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table busy drop column later');
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

  it('do not block statements on a table that they wait for, and take as long as they need', async () => {
    const database = await testDatabase('migrate_busy', [], []);
    const session = async () => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      return client;
    };
    const [user, other] = [await session(), await session()];
    await user.query('create table busy (id integer); create table seen (timeout text)');
    const source = makeDataSource({
      url: database.url,
      entities: [],
      migrations: [Expand1720000000001],
      poolSize: 2,
      applicationName: 'm',
      logger: makeLogger('m', 'silent'),
    });
    await source.initialize();
    await user.query('begin; select * from busy');
    const migrating = migrate(source, database.url);
    let longest = 0;
    for (const end = performance.now() + 2_500; performance.now() < end;) {
      const began = performance.now();
      await other.query('select * from busy');
      longest = Math.max(longest, performance.now() - began);
    }
    await user.query('commit');
    expect(await migrating).toEqual(['Expand1720000000001']);
    expect((await other.query('select later from busy')).rows).toEqual([]);
    expect((await other.query('select * from seen')).rows).toEqual([{ timeout: '0' }]);
    expect(longest).toBeGreaterThan(500); // it did wait for the table
    expect(longest).toBeLessThan(1_500);
    await Promise.all([user.end(), other.end(), source.destroy()]);
    await database.drop();
  });
});
