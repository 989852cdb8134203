import { dataSourceOf, Database, uuidv7 } from '@tessera/platform';
import { testDatabase } from '@tessera/platform/testing';
import { service } from '../service.js';
import { Retention } from './retention.js';

it('deletes mails and notifications that are finished and old, and no mail that waits', async () => {
  const { url, drop } = await testDatabase(service.name, service.entities, service.migrations);
  const dataSource = await dataSourceOf(service, {
    DATABASE_URL: url,
    DATABASE_POOL: 2,
  } as never).initialize();
  const database = new Database(dataSource);
  const age = (days: number) => new Date(Date.now() - days * 86_400_000);
  for (const [state, days] of [
    ['queued', 40],
    ['sent', 40],
    ['sent', 20],
    ['failed', 40],
  ] as const) {
    await database.query(
      `insert into mail (id, template, facts, state, created_at, finished_at) values ($1, 'welcome', '{}', $2, $3, $4)`,
      [uuidv7(), state, age(days), state === 'queued' ? null : age(days)],
    );
  }
  for (const days of [366, 364]) {
    await database.query(
      `insert into notification (id, user_id, kind, facts, created_at) values ($1, $1, 'welcome', '{}', $2)`,
      [uuidv7(), age(days)],
    );
  }
  const config = { MAIL_KEEP_DAYS: 30, NOTIFICATION_KEEP_DAYS: 365 };
  await new Retention(database, config as never).sweep();
  expect(await database.query('select state from mail order by state')).toEqual([
    { state: 'queued' },
    { state: 'sent' },
  ]);
  expect(await database.query('select 1 from notification')).toHaveLength(1);
  await dataSource.destroy();
  await drop();
});
