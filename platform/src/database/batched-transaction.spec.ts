import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Deadline } from '../context/deadline.js';
import { RequestContext } from '../context/request-context.js';
import { DataKey } from '../crypto/data-key.js';
import { AlreadyDone, IdempotentReplies } from '../idempotency/idempotent-replies.js';
import { Refusal } from '../errors/problem.js';
import { Outbox } from '../outbox/outbox.js';
import { OutboxWake } from '../outbox/wake.js';
import { makeLogger } from '../observability/logger.js';
import { testDatabase, type TestDatabase } from '../testing/index.js';
import { makeDataSource } from './data-source.js';
import { Database } from './database.js';
import { BatchedTransaction } from './batched-transaction.js';
import type { Tx } from './transaction.js';

interface Asked {
  ctx: RequestContext;
  n: number;
}

describe('a transaction of several requests', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let replies: IdempotentReplies;
  let transaction: BatchedTransaction;

  beforeAll(async () => {
    database = await testDatabase('batched', [], []);
    dataSource = makeDataSource({
      url: database.url,
      entities: [],
      migrations: [],
      poolSize: 4,
      applicationName: 't',
      logger: makeLogger('t', 'silent'),
    });
    await dataSource.initialize();
    await dataSource.query('create table thing (n integer primary key)');
    replies = new IdempotentReplies(
      new Database(dataSource),
      new DataKey(`t:${Buffer.alloc(32).toString('base64')}`),
    );
    transaction = new BatchedTransaction(dataSource, [replies, new Outbox(new OutboxWake())]);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(() => dataSource.query('truncate thing, idempotent_reply'));

  /** A request as the bus hands it over, with a key unless it has none. */
  const asked = async (n: number, idempotencyKey: string | null = `key-${n}`): Promise<Asked> => {
    const ctx = new RequestContext({ idempotencyKey });
    if (idempotencyKey) await replies.begin('rpc.t.thing.add.v1', { n }, ctx);
    return { ctx, n };
  };
  /** Adds the even ones and refuses the odd ones. */
  const addEven = async (tx: Tx, all: readonly Asked[]) => {
    const outcomes: PromiseSettledResult<number>[] = [];
    for (const { n } of all) {
      if (n % 2) outcomes.push({ status: 'rejected', reason: new Refusal('ODD') });
      else {
        await tx.query('insert into thing values ($1)', [n]);
        outcomes.push({ status: 'fulfilled', value: n * 10 });
      }
    }
    return outcomes;
  };
  const things = async () =>
    (await dataSource.query<{ n: number }[]>('select n from thing order by n')).map(({ n }) => n);

  it('does those that can be done and refuses the others', async () => {
    const all = await Promise.all([1, 2, 3, 4].map((n) => asked(n, null)));
    expect(await transaction.run(all, addEven)).toMatchObject([
      { status: 'rejected', reason: { code: 'ODD' } },
      { status: 'fulfilled', value: 20 },
      { status: 'rejected', reason: { code: 'ODD' } },
      { status: 'fulfilled', value: 40 },
    ]);
    expect(await things()).toEqual([2, 4]);
  });

  it('answers what was done before with its stored reply, does the rest, and keeps no refusal', async () => {
    await transaction.run([await asked(2), await asked(3)], addEven);
    const again = await Promise.all([asked(2), asked(3), asked(4)]);
    const seen: number[] = [];
    const outcomes = await transaction.run(again, (tx, fresh) => {
      seen.push(...fresh.map(({ n }) => n));
      return addEven(tx, fresh);
    });
    expect(seen).toEqual([3, 4]);
    expect(outcomes[0]).toEqual({ status: 'rejected', reason: new AlreadyDone(20) });
    expect(outcomes.slice(1)).toMatchObject([{ reason: { code: 'ODD' } }, { value: 40 }]);
    expect(await things()).toEqual([2, 4]);
  });

  it('gives a key to one of two, in one transaction and in two', async () => {
    const [first, twin, other] = await Promise.all([asked(2), asked(2), asked(2)]);
    let during: PromiseSettledResult<number>[] = [];
    const outcomes = await transaction.run([first!, twin!], async (tx, fresh) => {
      during = await transaction.run([other!], addEven);
      return addEven(tx, fresh);
    });
    const busy = { status: 'rejected', reason: { code: 'IDEMPOTENCY_IN_PROGRESS' } };
    expect(outcomes).toMatchObject([{ status: 'fulfilled', value: 20 }, busy]);
    expect(during).toMatchObject([busy]);
    expect(await things()).toEqual([2]);
  });

  it('does nothing for those whose time is up, and the others all the same', async () => {
    const late = { ctx: new RequestContext({ deadline: Deadline.in(2) }), n: 2 };
    const outcomes = await transaction.run([late, await asked(4)], addEven);
    expect(outcomes).toMatchObject([{ reason: { code: 'DEADLINE_EXCEEDED' } }, { value: 40 }]);
    expect(await things()).toEqual([4]);
  });

  it('does nothing for any of them when the work fails', async () => {
    const all = [await asked(2), await asked(4)];
    const failing = transaction.run(all, async (tx, fresh) => {
      await addEven(tx, fresh);
      throw new Error('a fault');
    });
    await expect(failing).rejects.toThrow('a fault');
    expect(await things()).toEqual([]);
    expect(await transaction.run(all, addEven)).toMatchObject([{ value: 20 }, { value: 40 }]);
  });

  it('reports an unknown outcome to each request when the connection is lost in the commit', async () => {
    const all = [await asked(2, null), await asked(4, null)];
    await dataSource.query(
      `create function leave() returns trigger language plpgsql as
        $$begin perform pg_terminate_backend(pg_backend_pid()); return null; end$$`,
    );
    await dataSource.query(
      'create constraint trigger leaves after insert on thing deferrable initially deferred for each row execute function leave()',
    );
    const outcomes = await transaction.run(all, addEven);
    await dataSource.query('drop trigger leaves on thing');
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await things()).toEqual([]);
  });

  it('[fault 17] begins again when the server ended the session for having waited, since then COMMIT was not executed', async () => {
    let tries = 0;
    const outcomes = await transaction.run([await asked(2)], async (tx, fresh) => {
      const done = await addEven(tx, fresh);
      if (tries++ === 0) {
        await tx.query(`set local idle_in_transaction_session_timeout = 1`);
        await sleep(100);
      }
      return done;
    });
    expect(tries).toBe(2);
    expect(outcomes).toMatchObject([{ value: 20 }]);
    expect(await things()).toEqual([2]);
  });

  it.each([
    ['itself', (tx: Tx) => tx.query('select 1')],
    ["by TypeORM's manager", (tx: Tx) => tx.manager.query('select 1')],
    ["by a repository's own query runner", ({ manager }: Tx) => manager.queryRunner!.query('select 1')],
  ])(
    '[fault 8] begins again when its session was ended between two statements, the second %s',
    async (_, second) => {
      let tries = 0;
      const outcomes = await transaction.run([await asked(2)], async (tx, fresh) => {
        const done = await addEven(tx, fresh);
        if (tries++ === 0) {
          const [session] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
          await dataSource.query('select pg_terminate_backend($1)', [session!.pid]);
          await sleep(100);
        }
        await second(tx);
        return done;
      });
      expect(tries).toBe(2);
      expect(outcomes).toMatchObject([{ value: 20 }]);
      expect(await things()).toEqual([2]);
    },
  );
});
