import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { DataKey } from '../crypto/data-key.js';
import { makeDataSource } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { makeLogger } from '../observability/logger.js';
import { codeOf, testDatabase, type TestDatabase } from '../testing/index.js';
import { AttemptWindowTable1796100000000 } from './attempt-window-table.js';
import { FailureLimiter, type FailureLimit } from './failure-limiter.js';

describe('the limit on failures', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let db: Database;
  let limiter: FailureLimiter;
  const limits: FailureLimit[] = [
    { seconds: 60, failures: 8 },
    { seconds: 3_600, failures: 5 },
  ];

  beforeAll(async () => {
    database = await testDatabase('limits', [], [AttemptWindowTable1796100000000]);
    dataSource = makeDataSource({
      url: database.url,
      entities: [],
      migrations: [],
      poolSize: 8,
      applicationName: 't',
      logger: makeLogger('t', 'silent'),
    });
    await dataSource.initialize();
    db = new Database(dataSource);
    limiter = new FailureLimiter(new DataKey(`t:${Buffer.alloc(32).toString('base64')}`));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(() => dataSource.query('truncate attempt_window'));

  const attempt = (who: string, act: () => Promise<unknown>) =>
    codeOf(
      limiter.guard(
        limiter.key(who),
        limits,
        db,
        (error) => (error as Error).message === 'wrong',
        act,
      ) as never,
    );
  const wrong = (who: string) => attempt(who, () => sleep(5).then(() => Promise.reject(new Error('wrong'))));
  const right = (who: string) => attempt(who, () => sleep(5));
  const times = <T>(n: number, act: () => Promise<T>) => Promise.all(Array.from({ length: n }, act));
  const evaluated = (codes: string[]) => codes.filter((c) => c !== 'TOO_MANY_REQUESTS').length;

  it('evaluates of fifty failures at once no more than of fifty in a row', async () => {
    expect(evaluated(await times(50, () => wrong('a')))).toBe(5);
    expect(await right('a')).toBe('TOO_MANY_REQUESTS');
    expect(await right('b')).toBe('OK');
  });

  it('admits all attempts that do not fail, however many at once', async () => {
    expect(new Set(await times(60, () => right('office')))).toEqual(new Set(['OK']));
    const rows = await db.query('select attempts, failures from attempt_window');
    expect(rows).toEqual([
      { attempts: 0, failures: 0 },
      { attempts: 0, failures: 0 },
    ]);
  });

  it('does not count what ends in another way than the failure that is meant', async () => {
    for (let n = 0; n < 8; n++) await attempt('c', () => Promise.reject(new Error('the disk is full')));
    expect(await right('c')).toBe('OK');
  });

  it('says when the window is over, and begins a new one then', async () => {
    await times(5, () => wrong('d'));
    const refused: unknown = await limiter
      .guard(
        limiter.key('d'),
        limits,
        db,
        () => true,
        () => Promise.resolve(),
      )
      .catch((error: unknown) => error);
    const { retryAfter } = (refused as { options: { retryAfter: number } }).options;
    expect(retryAfter).toBeGreaterThan(3_500);
    expect(retryAfter).toBeLessThanOrEqual(3_600);
    await db.query(`update attempt_window set started_at = started_at - make_interval(secs => seconds)`);
    expect(await right('d')).toBe('OK');
  });
});
