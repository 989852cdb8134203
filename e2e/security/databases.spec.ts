import { services } from '@tessera/contracts';
import pg from 'pg';
import { createDatabases } from '../../tools/world/databases.mjs';
import { BareWorld, databasesOfCompose, type MakeDatabases } from '../deploy/bare-world.js';

/** SQLSTATEs: a privilege is missing, or the sign-in failed. */
const DENIED = '42501';
const WRONG_PASSWORD = '28P01';

const makers: [string, MakeDatabases][] = [
  ['npm start', createDatabases],
  ['docker-compose.yml', databasesOfCompose],
];

describe.each(makers)('the databases of %s', (_name, make) => {
  let world: BareWorld;
  beforeAll(async () => {
    world = await BareWorld.start(make);
    await as('identity', "create table person (email text); insert into person values ('olga@acme.example')");
  }, 300_000);
  afterAll(() => world?.stop());

  /** Runs SQL as a service's role; the failure's SQLSTATE, or `ok`. */
  async function as(
    role: string,
    sql: string,
    database = role,
    url = world.databaseUrl(role, database),
  ): Promise<string> {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query(sql);
      return 'ok';
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  it.each(services)('let %s do as it likes in its own', async (service) => {
    expect(
      await as(
        service,
        'create table own (n int); insert into own values (1); select n from own; drop table own',
      ),
    ).toBe('ok');
  });

  it.each(services)('let %s into no other', async (service) => {
    const others = [...services.filter((s) => s !== service), 'postgres', 'template1'];
    for (const other of others)
      expect([other, await as(service, 'select 1', other)]).toEqual([other, DENIED]);
  });

  it('ask for the password', async () => {
    const forged = world.databaseUrl('identity').replace(/:[^:@]+@/, ':guessed@');
    expect(await as('identity', 'select 1', 'identity', forged)).toBe(WRONG_PASSWORD);
  });

  const ways: [string, string][] = [
    ['becoming another role', 'set role identity'],
    ['becoming the superuser', 'set role postgres'],
    ['changing another password', "alter role identity password 'mine'"],
    ['making itself a superuser', 'alter role support superuser'],
    ['making a role', 'create role helper login'],
    ['making a database', 'create database loot'],
    ['renaming another database', 'alter database identity rename to loot'],
    ['reaching another database by dblink', 'create extension dblink'],
    ['reaching another database by a foreign server', 'create extension postgres_fdw'],
    ['reading files', "select pg_read_file('postgresql.conf')"],
    ['running programs', "copy (select 1) to program 'true'"],
    ['reading passwords', 'select * from pg_authid'],
  ];
  it.each(ways)('refuse support %s', async (_way, sql) => {
    expect(await as('support', sql)).toBe(DENIED);
  });

  it('do not show support what identity asks, nor let it end identity’s sessions', async () => {
    const identity = new pg.Client({ connectionString: world.databaseUrl('identity') });
    const support = new pg.Client({ connectionString: world.databaseUrl('support') });
    await Promise.all([identity.connect(), support.connect()]);
    await identity.query("select 'a secret of identity'");
    const { rows } = await support.query(
      "select pid, query from pg_stat_activity where usename = 'identity'",
    );
    expect(rows).toEqual([{ pid: expect.any(Number), query: '<insufficient privilege>' }]);
    await expect(support.query('select pg_terminate_backend($1)', [rows[0].pid])).rejects.toMatchObject({
      code: DENIED,
    });
    await Promise.all([identity.end(), support.end()]);
  });
});
