import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { platformMigrations } from '../../platform/src/database/platform-migrations.js';
import { testServers } from '../../platform/src/testing/index.js';
import { service as devices } from '../../services/devices/src/service.js';
import { service as identity } from '../../services/identity/src/service.js';
import { service as licensing } from '../../services/licensing/src/service.js';
import { service as notifications } from '../../services/notifications/src/service.js';
import { service as support } from '../../services/support/src/service.js';
import { root, services } from '../start/settings.mjs';
import { contractingSteps } from './steps.js';

type Migration = Parameters<typeof contractingSteps>[1][number];

const definitions = { devices, identity, licensing, notifications, support };
const released = readdirSync(join(root, 'contracts/released')).flatMap(
  (name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? [],
);

/** On a new and empty database. */
async function check(...migrations: Migration[]) {
  const admin = new pg.Client({ connectionString: testServers().postgres });
  await admin.connect();
  const name = `t_steps_${randomBytes(6).toString('hex')}`;
  await admin.query(`create database ${name}`);
  try {
    const url = new URL(testServers().postgres);
    url.pathname = `/${name}`;
    return await contractingSteps(url.toString(), migrations, released);
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

let time = 1_700_000_000_000;
function step(sql: string, more: { after?: string } = {}): Migration {
  const name = `Step${time++}`;
  return class {
    readonly name = name;
    readonly contracts = more.after ? { after: more.after, why: 'nothing uses it' } : undefined;
    async up(q: QueryRunner): Promise<void> {
      await q.query(sql);
    }
    async down(): Promise<void> {}
  } as Migration;
}

const base = `create type mood as enum ('good', 'bad');
  create table owner (id uuid primary key);
  create table thing (id uuid primary key, name varchar(40) not null, note text, size integer not null default 1,
    owner uuid, mood mood, unique (owner, name));
  create function twice(n integer) returns integer language sql return n * 2;
  create view big as select id from thing where note is not null`;
const faultsOf = async (sql: string, more = {}) =>
  (await check(step(base), step(sql, more))).flatMap(({ faults }) => faults);

describe('the migrations', () => {
  it('are looked at in every service', () => {
    expect(Object.keys(definitions).sort()).toEqual([...services].sort());
  });

  it.each(Object.entries(definitions))('of %s only expand', async (_, definition) => {
    const all = [...platformMigrations, ...definition.migrations] as Migration[];
    expect(await check(...all)).toEqual([]);
  });
});

describe('a migration that the release before would trip over', () => {
  it.each([
    ['renames a column', 'alter table thing rename column note to remark', 'thing.note is called remark'],
    [
      'renames it in a block of code',
      `do $$ begin execute 'alter table thing ' || 're' || 'name note to remark'; end $$`,
      'thing.note is called remark',
    ],
    ['renames a table', 'alter table thing rename to object', 'table thing is called object'],
    ['drops a column', 'alter table thing drop column size', 'thing.size is gone'],
    ['drops a table', 'drop table thing cascade', 'table thing is gone'],
    [
      'makes a column anew',
      'alter table thing drop column size; alter table thing add size integer',
      'thing.size is gone',
    ],
    ['drops a view', 'drop view big', 'table big is gone'],
    ['changes a type', 'alter table thing alter size type bigint', 'thing.size was integer and is bigint'],
    [
      'shortens a text',
      'alter table thing alter name type varchar(20)',
      'thing.name was character varying(40) and is character varying(20)',
    ],
    [
      'adds what must not be null',
      'alter table thing add colour text not null',
      'thing.colour is new, must not be null and has no default',
    ],
    [
      'makes it so in two steps',
      'alter table thing add colour text; alter table thing alter colour set not null',
      'thing.colour is new, must not be null and has no default',
    ],
    [
      'forbids null',
      `update thing set note = ''; alter table thing alter note set not null`,
      'thing.note must not be null any more',
    ],
    ['takes a default', 'alter table thing alter size drop default', 'thing.size has no default any more'],
    ['adds a unique key', 'alter table thing add unique (note)', 'thing has a new rule: unique (note)'],
    [
      'adds a unique index',
      'create unique index on thing (lower(name))',
      'thing has a new rule: unique (lower(name::text))',
    ],
    ['adds a check', 'alter table thing add check (size > 0)', 'thing has a new rule: CHECK ((size > 0))'],
    [
      'adds a check for what is written from now on',
      'alter table thing add check (size > 0) not valid',
      'thing has a new rule: CHECK ((size > 0))',
    ],
    [
      'adds a foreign key',
      'alter table thing add foreign key (owner) references owner',
      'thing has a new rule: FOREIGN KEY (owner) REFERENCES owner(id)',
    ],
    [
      'drops what `on conflict` names',
      'alter table thing drop constraint thing_owner_name_key',
      'thing has lost: unique (name, owner)',
    ],
    ['drops a function', 'drop function twice(integer)', 'function twice(integer) is gone'],
    ['renames a word', `alter type mood rename value 'bad' to 'sad'`, `word 'bad' of mood is gone`],
  ])('is refused: it %s', async (_, sql, fault) => {
    expect(await faultsOf(sql)).toContain(fault);
  });

  it.each([
    [
      'a table with rules of its own',
      'create table other (id uuid primary key, thing uuid not null references thing)',
    ],
    ['a column that may be null', 'alter table thing add colour text'],
    ['a column with a default', "alter table thing add colour text not null default ''"],
    [
      'a rule on a column that only the new release fills',
      'alter table thing add code text unique check (length(code) > 3)',
    ],
    ['an index', 'create index on thing (note)'],
    ['a wider text', 'alter table thing alter name type varchar(80)'],
    ['another word', `alter type mood add value 'fair'`],
    ['a null that was forbidden', 'alter table thing alter name drop not null'],
    [
      'the same key in another order',
      'create unique index other on thing (name, owner); alter table thing drop constraint thing_owner_name_key',
    ],
  ])('is none that brings %s', async (_, sql) => {
    expect(await faultsOf(sql)).toEqual([]);
  });

  it('is taken when it is marked as what a recorded release has stopped using, and for that alone', async () => {
    const drop = 'alter table thing drop column size';
    expect(await faultsOf(drop, { after: released.at(-1) })).toEqual([]);
    expect(await faultsOf(drop, { after: '99.0.0' })).toContain('99.0.0 is no recorded release');
    expect(await faultsOf('create index on thing (note)', { after: released.at(-1) })).toEqual([
      'it is marked as taking something away, and does not',
    ]);
  });
});
