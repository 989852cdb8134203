import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { probe } from '../../test/probe-service.js';
import { makeLogger } from '../service/logger.js';
import { eventually, testServers, TestService } from '../testing/index.js';
import { makeDataSource } from './data-source.js';
import { migrate } from './migrate.js';

/** Long enough that every replica is there before the first has finished. */
class Slow1720000000000 implements MigrationInterface {
  readonly name = 'Slow1720000000000';
  async up(q: QueryRunner): Promise<void> {
    await q.query('create table slow (id integer)');
    await q.query('select pg_sleep(0.5)');
  }
  async down(): Promise<void> {}
}
class Second1720000000001 implements MigrationInterface {
  readonly name = 'Second1720000000001';
  async up(q: QueryRunner): Promise<void> {
    await q.query('create table second (id integer)');
  }
  async down(): Promise<void> {}
}
const all = ['Slow1720000000000', 'Second1720000000001'];

describe('[fault 24] replicas that start together', () => {
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

  /** A database in which nothing has ever been migrated. */
  async function emptyDatabase() {
    const name = `t_migrate_${randomBytes(6).toString('hex')}`;
    await admin.query(`create database ${name}`);
    made.push(name);
    const url = new URL(testServers().postgres);
    url.pathname = `/${name}`;
    return { name, url: url.toString() };
  }

  async function replica(url: string, name: string) {
    const logger = makeLogger('test', 'silent');
    const migrations = [Slow1720000000000, Second1720000000001] as never;
    return makeDataSource({
      url,
      entities: [],
      migrations,
      poolSize: 2,
      applicationName: name,
      logger,
    }).initialize();
  }

  it('migrate once: one of them works, the others wait and find nothing to do', async () => {
    const { url } = await emptyDatabase();
    const replicas = await Promise.all(['a', 'b', 'c', 'd'].map((name) => replica(url, name)));
    const done = await Promise.all(replicas.map((r) => migrate(r, url)));
    expect(done.filter((names) => names.length > 0)).toEqual([all]);
    const applied: { name: string }[] = await replicas[0]!.query('select name from migration order by id');
    expect(applied.map((m) => m.name)).toEqual(all);
    await Promise.all(replicas.map((r) => r.destroy()));
  });

  it('take over from one that dies half-way, and find no half of its step', async () => {
    const { name, url } = await emptyDatabase();
    const [first, second] = await Promise.all([replica(url, 'dies'), replica(url, 'lives')]);
    const dying = first.runMigrations({ transaction: 'each' }).catch((e: unknown) => e);
    await eventually(async () => {
      const asleep =
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like '%pg_sleep(0.5)%' and application_name = 'dies'";
      expect((await admin.query(asleep, [name])).rowCount).toBe(1);
    });
    expect(await dying).toBeInstanceOf(Error);
    expect(await migrate(second, url)).toEqual(all);
    await Promise.all([first.destroy(), second.destroy()]);
  });

  it('all become ready on an empty database', async () => {
    const { url } = await emptyDatabase();
    const test = await TestService.start(probe, { instances: 0 });
    try {
      await Promise.all([1, 2, 3].map(() => test.addInstance({ DATABASE_URL: url })));
      for (const { healthPort } of test.instances) {
        expect((await fetch(`http://127.0.0.1:${healthPort}/readyz`)).status).toBe(200);
      }
      const once = new pg.Client({ connectionString: url });
      await once.connect();
      const { rows } = await once.query<{ n: number }>(
        'select count(*)::int as n from migration group by name',
      );
      expect(rows.map((r) => r.n)).toEqual([1, 1]);
      await once.end();
    } finally {
      await test.stop();
    }
  });
});
