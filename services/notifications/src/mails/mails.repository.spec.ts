import { dataSourceOf, Database, uuidv7 } from '@tessera/platform';
import { testDatabase, type TestDatabase } from '@tessera/platform/testing';
import type { DataSource } from 'typeorm';
import { service } from '../service.js';
import { MailsRepository } from './mails.repository.js';

describe('the queue of mails', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let mails: MailsRepository;
  let db: Database;
  beforeAll(async () => {
    database = await testDatabase(service.name, service.entities, service.migrations);
    dataSource = await dataSourceOf(service, {
      DATABASE_URL: database.url,
      DATABASE_POOL: 10,
    } as never).initialize();
    mails = new MailsRepository((db = new Database(dataSource)));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(() => db.query('delete from mail'));

  const queue = (count: number) =>
    db.query(
      `insert into mail (id, template, facts) select gen_random_uuid(), 'welcome', '{}' from generate_series(1, $1)`,
      [count],
    );

  it('gives every mail to one of many that claim at once', async () => {
    await queue(100);
    const claims = await Promise.all(Array.from({ length: 10 }, () => mails.claim(10)));
    const ids = claims.flat().map((m) => m.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(100);
  });

  it('gives a mail to another when the lease has ended, and then takes the outcome of that other alone', async () => {
    await queue(1);
    const [first] = await mails.claim(1);
    expect(await mails.claim(1)).toEqual([]);
    await db.query(`update mail set next_attempt_at = now()`);
    const [second] = await mails.claim(1);
    expect(second!.id).toBe(first!.id);
    await mails.finish(first!, 'failed', 'too late');
    await mails.postpone(first!, 0, 'too late');
    expect(await mails.count()).toEqual({ queued: 1, failed: 0 });
    await mails.finish(second!, 'sent', null);
    expect(await db.query('select state from mail')).toEqual([{ state: 'sent' }]);
  });

  it('adds to a bundle until an attempt to send it begins', async () => {
    const tx = { query: db.query.bind(db) } as never;
    const mail = (product: string) => ({
      template: 'license_added' as const,
      recipientId: uuidv7(),
      facts: { products: [product] },
    });
    await mails.queueInBundle(mail('A'), 'k', 'products', 0, tx);
    await mails.queueInBundle(mail('B'), 'k', 'products', 0, tx);
    const [begun] = await mails.claim(10);
    await mails.queueInBundle(mail('C'), 'k', 'products', 0, tx);
    const [next] = await mails.claim(10);
    expect([begun!.facts.products, next!.facts.products]).toEqual([['A', 'B'], ['C']]);
  });
});
