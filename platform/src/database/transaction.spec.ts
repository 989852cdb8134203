import type { DataSource } from 'typeorm';
import { noteAdded } from '../../test/probe-service.js';
import { RequestContext } from '../context/request-context.js';
import { Trace } from '../observability/trace.js';
import { Outbox } from '../outbox/outbox.js';
import { OutboxWake } from '../outbox/wake.js';
import { makeLogger } from '../observability/logger.js';
import { testDatabase, type TestDatabase } from '../testing/index.js';
import { makeDataSource } from './data-source.js';
import { Transaction } from './transaction.js';

const noteId = '018f0000-0000-7000-8000-000000000001';
const emission = { companyId: null, aggregateId: noteId, version: 1, data: { noteId, text: 'n' } };

describe('a transaction', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let transaction: Transaction;
  const ctx = () => RequestContext.system(5_000);
  const select = (sql: string) => dataSource.query<Record<string, unknown>[]>(sql);

  beforeAll(async () => {
    database = await testDatabase('transaction', [], []);
    dataSource = makeDataSource({
      url: database.url,
      entities: [],
      migrations: [],
      poolSize: 1,
      applicationName: 't',
      logger: makeLogger('t', 'silent'),
    });
    await dataSource.initialize();
    await select('create table thing (id integer primary key)');
    // What requests with a key add is proved by the specs of the bus.
    transaction = new Transaction(dataSource, [new Outbox(new OutboxWake())]);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(() => select('truncate thing, outbox'));

  it('commits statements that are sent together, with their event', async () => {
    await transaction.run(ctx(), async (tx) => {
      await Promise.all([tx.query('insert into thing values (1)'), tx.query('insert into thing values (2)')]);
      tx.emit(noteAdded, emission);
    });
    expect(await select('select id from thing order by id')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await select('select 1 from outbox')).toHaveLength(1);
  });

  it('commits an event alone, and nothing at all', async () => {
    await transaction.run(ctx(), async (tx) => tx.emit(noteAdded, emission));
    expect(await select('select 1 from outbox')).toHaveLength(1);
    expect(await transaction.run(ctx(), () => Promise.resolve('done'))).toBe('done');
  });

  it.each([
    ['a refusal', () => Promise.reject(new Error('no'))],
    ['a statement that fails', (q: (sql: string) => Promise<unknown>) => q('insert into thing values (1)')],
  ])('leaves nothing behind after %s, and the connection can be used', async (_what, last) => {
    const run = transaction.run(ctx(), async (tx) => {
      await tx.query('insert into thing values (1)');
      tx.emit(noteAdded, emission);
      await last((sql) => tx.query(sql));
    });
    await expect(run).rejects.toThrow();
    expect(await select('select 1 from thing')).toEqual([]);
    expect(await select('select 1 from outbox')).toEqual([]);
    await transaction.run(ctx(), (tx) => tx.query('insert into thing values (1)'));
    expect(await select('select id from thing')).toEqual([{ id: 1 }]);
  });

  it('does not pass a failed transaction off as done when the work swallowed the error', async () => {
    const run = transaction.run(ctx(), async (tx) => {
      await tx.query('insert into thing values (1)');
      await tx.query('insert into thing values (1)').catch(() => undefined);
    });
    await expect(run).rejects.toThrow('had failed');
    expect(await select('select 1 from thing')).toEqual([]);
  });

  it("carries TypeORM's statements on the same connection, inside", async () => {
    const run = transaction.run(ctx(), async (tx) => {
      await tx.manager.query('insert into thing values (3)');
      throw new Error('no');
    });
    await expect(run).rejects.toThrow('no');
    expect(await select('select 1 from thing')).toEqual([]);
  });

  it('ends a statement with the request that it is for', async () => {
    const began = performance.now();
    const run = transaction.run(RequestContext.system(300), (tx) => tx.query('select pg_sleep(10)'));
    await expect(run).rejects.toMatchObject({ code: '57014' });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('gives each event the trace of what it follows from', async () => {
    const other = RequestContext.system(5_000, Trace.from(undefined));
    const own = ctx();
    await transaction.run(own, async (tx) => {
      tx.emit(noteAdded, emission);
      tx.under(other).emit(noteAdded, { ...emission, version: 2 });
    });
    const rows = await select('select traceparent from outbox order by aggregate_version');
    expect(rows.map((row) => row.traceparent)).toEqual([own.trace.header, other.trace.header]);
  });
});
