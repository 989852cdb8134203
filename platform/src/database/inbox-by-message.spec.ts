import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { makeLogger } from '../observability/logger.js';
import { testServers } from '../testing/index.js';
import { makeDataSource } from './data-source.js';
import { migrate } from './migrate.js';
import { platformMigrations } from './platform-migrations.js';

const ROWS = 200_000;

describe('the inbox of the release before', () => {
  const name = `t_inbox_${randomBytes(6).toString('hex')}`;
  const url = new URL(testServers().postgres);
  url.pathname = `/${name}`;
  let admin: pg.Client;
  let client: pg.Client;

  const upToIt = platformMigrations.slice(0, 2);
  const source = (migrations: typeof platformMigrations) =>
    makeDataSource({
      url: url.toString(),
      entities: [],
      migrations: migrations as never,
      poolSize: 2,
      applicationName: 'm',
      logger: makeLogger('m', 'silent'),
    }).initialize();

  async function migrated(migrations: typeof platformMigrations) {
    const dataSource = await source(migrations);
    const names = await migrate(dataSource, url.toString());
    await dataSource.destroy();
    return names;
  }

  const one = async (sql: string) =>
    Object.values((await client.query<Record<string, unknown>>(sql)).rows[0]!)[0];

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: testServers().postgres });
    await admin.connect();
    await admin.query(`create database ${name}`);
    await migrated(platformMigrations.slice(0, 1));
    client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await client.query(
      `insert into inbox (consumer, message_id, received_at)
       select 'one', uuidv7(), now() - interval '30 days' * (1 - n / ${ROWS}.0) from generate_series(1, ${ROWS}) as n`,
    );
    await client.query('vacuum analyze inbox');
    // A build that was broken off.
    await client.query('create index inbox_by_message on inbox (consumer)');
  });
  afterAll(async () => {
    await client.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });

  it('gets its new key while events are noted, loses none, and finds what is old by its age', async () => {
    const writer = new pg.Client({ connectionString: url.toString() });
    await writer.connect();
    let done = false;
    let noted = 0;
    let longest = 0;
    const writing = (async () => {
      while (!done) {
        const began = performance.now();
        await writer.query(
          `insert into inbox (consumer, message_id) values ('two', gen_random_uuid()) on conflict do nothing`,
        );
        longest = Math.max(longest, performance.now() - began);
        noted++;
      }
    })();
    const names = await Promise.all([migrated(upToIt), migrated(upToIt)]);
    done = true;
    await writing;
    await writer.end();
    expect(names.flat()).toEqual(['InboxByMessage1795800000000']);
    expect(noted).toBeGreaterThan(10);
    expect(longest).toBeLessThan(500);
    expect(await one('select count(*)::int from inbox')).toBe(ROWS + noted);
    expect(
      await one(`select pg_get_constraintdef(oid) from pg_constraint where conname = 'inbox_pkey'`),
    ).toBe('PRIMARY KEY (message_id, consumer)');
    expect(
      await one(`select string_agg(indexrelid::regclass || ' ' || indisvalid, ', ' order by 1)
                   from (select indexrelid, indisvalid from pg_index where indrelid = 'inbox'::regclass) as i`),
    ).toMatch(/^inbox_(age|pkey) true, inbox_(age|pkey) true$/);
    await client.query('vacuum analyze inbox');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select 1 from inbox where received_at < now() - interval '29 days' limit 5000`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('inbox_age');
  });
});
