import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { probe } from '../../test/probe-service.js';
import { makeDataSource } from '../database/data-source.js';
import { migrate } from '../database/migrate.js';
import { eventually, testServers, TestService } from '../testing/index.js';
import { makeLogger } from '../observability/logger.js';

class First1720000000000 implements MigrationInterface {
  readonly name = 'First1720000000000';
  async up(q: QueryRunner): Promise<void> {
    await q.query('create table first (id integer)');
    await q.query('select pg_sleep(0.5)');
  }
  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table first');
  }
}
class Second1720000000001 implements MigrationInterface {
  readonly name = 'Second1720000000001';
  async up(q: QueryRunner): Promise<void> {
    await q.query('create table second (id integer)');
  }
  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table second');
  }
}

describe('[fault 24] replicas that start together on an empty database', () => {
  let admin: pg.Client;
  const made: string[] = [];
  beforeAll(async () => {
    admin = new pg.Client({ connectionString: testServers().postgres });
    await admin.connect();
  });
  afterAll(async () => {
    for (const name of made) await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });

  async function emptyDatabase() {
    const name = `t_together_${randomBytes(6).toString('hex')}`;
    await admin.query(`create database ${name}`);
    made.push(name);
    const url = new URL(testServers().postgres);
    url.pathname = `/${name}`;
    return { name, url: url.toString() };
  }

  function replica(url: string, applicationName: string) {
    const logger = makeLogger('test', 'silent');
    const migrations = [First1720000000000, Second1720000000001] as never;
    return makeDataSource({
      url,
      entities: [],
      migrations,
      poolSize: 2,
      applicationName,
      logger,
    }).initialize();
  }

  it('all become ready, and every migration has run once', async () => {
    const { url } = await emptyDatabase();
    const test = await TestService.start(probe, { instances: 0 });
    try {
      await Promise.all([1, 2, 3].map(() => test.addInstance({ DATABASE_URL: url })));
      for (const { healthPort } of test.instances) {
        expect((await fetch(`http://127.0.0.1:${healthPort}/readyz`)).status).toBe(200);
      }
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query<{ name: string; n: number }>(
        'select name, count(*)::int as n from migration group by name order by name',
      );
      await client.end();
      expect(rows).toEqual([
        { name: 'InboxByMessage1795800000000', n: 1 },
        { name: 'KeyChecks1796090400000', n: 1 },
        { name: 'PlatformTables1700000000000', n: 1 },
        { name: 'ProbeTables1710000000000', n: 1 },
      ]);
    } finally {
      await test.stop();
    }
  });

  it('take over from one that dies amid a migration, and find no half of it', async () => {
    const { name, url } = await emptyDatabase();
    const [first, second] = await Promise.all([replica(url, 'dies'), replica(url, 'lives')]);
    const dying = migrate(first, url).catch((e: unknown) => e);
    await eventually(async () => {
      const ended = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = $1 and application_name = 'dies' and query like '%pg_sleep(0.5)%'`,
        [name],
      );
      expect(ended.rowCount).toBe(1);
    });
    const done = await migrate(second, url);
    expect(await dying).toBeInstanceOf(Error);
    expect(done).toEqual(['First1720000000000', 'Second1720000000001']);
    await Promise.all([first.destroy(), second.destroy()]);
  });
});
