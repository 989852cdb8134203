import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../database/data-source.js';
import { platformMigrations } from '../database/platform-migrations.js';
import { ConfigurationError } from '../configuration/environment.js';
import { makeLogger } from '../observability/logger.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { dataKeys, singleKey, verifyKeys, type ConfiguredKeys } from './configured-keys.js';
import { DataKey } from './data-key.js';

let database: TestDatabase;
let source: DataSource;
beforeEach(async () => {
  database = await testDatabase('keys', [], []);
  source = makeDataSource({
    url: database.url,
    entities: [],
    migrations: platformMigrations as never,
    poolSize: 4,
    applicationName: 'keys',
    logger: makeLogger('keys', 'silent'),
  });
  await source.initialize();
});
afterEach(async () => {
  await source.destroy();
  await database.drop();
});

const [k1, k2, k3] = ['k1', 'k2', 'k3'].map((id) => `${id}:${randomBytes(32).toString('base64')}`) as [
  string,
  string,
  string,
];
const other = (key: string) => `${key.split(':')[0]}:${randomBytes(32).toString('base64')}`;

/** What a start says. */
async function faults(...keys: (string | ConfiguredKeys)[]): Promise<readonly string[]> {
  try {
    await verifyKeys(
      source,
      keys.map((one) => (typeof one === 'string' ? dataKeys(one) : one)),
    );
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}

/** Something that is sealed with the first key. */
const seal = (configured: string) =>
  source.query('insert into idempotent_reply (scope, fingerprint, reply) values ($1, $2, $3)', [
    randomBytes(32),
    randomBytes(32),
    new DataKey(configured).encrypt('a reply', 'test'),
  ]);

describe('the keys of a start', () => {
  it('are those of the starts before, on a new database whichever they are', async () => {
    expect(await faults(k1)).toEqual([]);
    expect(await faults(k1)).toEqual([]);
  });

  it('are refused under an id that stands for another one, by the name of the variable and no value', async () => {
    await faults(k1, singleKey('LOOKUP', Buffer.alloc(32, 1)));
    const wrong = other(k1);
    const said = await faults(wrong, singleKey('LOOKUP', Buffer.alloc(32, 2)));
    expect(said).toEqual([
      'DATA_KEY has another key under the id k1 than the data of this database were written with',
      'LOOKUP is not the key that the data of this database were written with',
    ]);
    expect(said.join()).not.toContain(wrong.split(':')[1]!);
    expect(await faults(k1, singleKey('LOOKUP', Buffer.alloc(32, 1)))).toEqual([]);
  });

  it('rotate: a new one in front, which is known from then on', async () => {
    await faults(k1);
    expect(await faults(`${k2},${k1}`)).toEqual([]);
    expect(await faults(`${other(k2)},${k1}`)).toEqual([expect.stringContaining('k2')]);
    expect(await faults(`${k3},${k2},${k1}`)).toEqual([]);
  });

  it('keep the oldest one, with which look-ups are made, as the last', async () => {
    await faults(k1);
    for (const without of [k2, `${k1},${k2}`, `${k3},${k2}`])
      expect(await faults(without)).toEqual([
        expect.stringMatching(/^DATA_KEY must have the key k1 as its last/),
      ]);
    expect(await faults(`${k2},${k1}`)).toEqual([]);
  });

  it('lose one in between when no row needs it any more, and say how many do', async () => {
    await faults(`${k2},${k1}`);
    await seal(`${k2},${k1}`);
    await seal(`${k2},${k1}`);
    expect(await faults(`${k3},${k1}`)).toEqual(['DATA_KEY lacks the key k2, which 2 rows need']);
    await source.query('delete from idempotent_reply');
    await seal(k1);
    expect(await faults(`${k3},${k1}`)).toEqual([]);
    // It is forgotten, so that its name is free.
    expect(await faults(`${other(k2)},${k3},${k1}`)).toEqual([]);
  });

  it('are those of one of two instances that start at once with different ones', async () => {
    const starts = await Promise.all([faults(k1), faults(other(k1)), faults(other(k1)), faults(k1)]);
    const refused = starts.filter((said) => said.length);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect(refused.length).toBeLessThan(4);
  });
});
