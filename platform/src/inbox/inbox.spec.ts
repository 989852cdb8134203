import { randomUUID } from 'node:crypto';
import type { Transaction, Tx } from '../database/transaction.js';
import { noteAdded } from '../../test/probe-service.js';
import { Inbox, type Subscriber } from './inbox.js';

const failure = (code: string, more = {}) => Object.assign(new Error(code), { code, ...more });
const noted = () => failure('23505', { table: 'inbox' });
/** What Postgres says to whatever stands behind a statement that failed. */
const aborted = () => failure('25P02');

describe('the inbox', () => {
  let asked: string[];
  let answers: (() => Promise<unknown[]>)[];
  let given: string[][];
  let handle: (tx: Tx) => Promise<unknown>;

  const tx = {
    query: (sql: string) => {
      asked.push(sql.includes('on conflict') ? 'note what is new' : sql.replace(/ .*/s, ''));
      return answers.shift()!();
    },
  } as unknown as Tx;
  const transaction = {
    run: (_ctx: unknown, work: (tx: Tx) => Promise<unknown>) => work(tx),
  } as unknown as Transaction;
  const inbox = new Inbox('probe', transaction);
  const event = () => ({ event: { id: randomUUID() } }) as never;
  const handler = {
    handle: () => Promise.resolve(),
    handleAll: async (events: { id: string }[]) => {
      given.push(events.map(({ id }) => id));
      await handle(tx);
    },
  };
  const subscriber = { contract: noteAdded, handler } as unknown as Subscriber;

  beforeEach(() => {
    asked = [];
    given = [];
    handle = (db) => db.query('update');
  });

  it('sends its rows and the statement of the handler without waiting in between', async () => {
    let answer = (_rows: unknown[]) => {};
    answers = [() => new Promise((resolve) => (answer = resolve)), () => Promise.resolve([])];
    const handled = inbox.handle(subscriber, [event(), event()]);
    await new Promise(setImmediate);
    expect(asked).toEqual(['insert', 'update']);
    answer([]);
    expect(await handled).toBe(2);
  });

  it('waits for its rows where the handler asks for nothing', async () => {
    handle = () => Promise.resolve();
    answers = [() => Promise.reject(failure('57P01'))];
    await expect(inbox.handle(subscriber, [event(), event()])).rejects.toMatchObject({ code: '57P01' });
  });

  it('gives what is new once more where something was noted before, whatever the handler met', async () => {
    const [old, fresh, other] = [event(), event(), event()] as { event: { id: string } }[];
    const ids = [fresh!.event.id, other!.event.id];
    answers = [
      () => Promise.reject(noted()),
      () => Promise.reject(aborted()),
      () => Promise.resolve(ids.map((message_id) => ({ message_id }))),
      () => Promise.resolve([]),
    ];
    expect(await inbox.handle(subscriber, [old, fresh, other] as never)).toBe(2);
    expect(asked).toEqual(['insert', 'update', 'note what is new', 'update']);
    expect(given[1]).toEqual(ids);
  });

  it('tells what the handler met where its own rows were written', async () => {
    handle = () => Promise.reject(failure('23503'));
    answers = [() => Promise.resolve([])];
    await expect(inbox.handle(subscriber, [event(), event()])).rejects.toMatchObject({ code: '23503' });
    expect(given).toHaveLength(1);
  });
});
