import { newRequest } from './test-tenants.js';
import type { Operation } from './ledger.js';
import { repeat } from './load.js';
import { type FaultHarness } from './fault-harness.js';
import { until } from './waiting.js';

/** Enough to be spread over two instances, and fewer than one instance's connections to Postgres. */
export const HELD_BACK = 8;

/**
 * Requests that stand in the middle of their transactions until they are released: they write to a request whose row
 * somebody else has locked. Every fourth has a key.
 */
export async function holdBack(harness: FaultHarness) {
  const { api, id: company } = harness.companies[0]!;
  const request = (await api.post('/requests', newRequest('To be locked'))) as { id: string };
  const lock = await harness.tables.connect('support');
  await lock.query('begin');
  await lock.query('select 1 from request where id = $1 for update', [request.id]);
  const operations: Operation[] = [];
  const answered = Array.from({ length: HELD_BACK }, async (_, n) => {
    const operation = harness.requestLog.open('message', company, n % 4 === 0);
    operations.push(operation);
    const headers: Record<string, string> = operation.keyed ? { 'idempotency-key': operation.op } : {};
    const body = { text: operation.op };
    await repeat(harness.requestLog, operation, () =>
      api.send('POST', `/requests/${request.id}/messages`, body, headers),
    );
  });
  // Some wait for the first of them, which waits for us.
  const [{ pid }] = (await lock.query<{ pid: number }>('select pg_backend_pid() as pid')).rows as [
    { pid: number },
  ];
  const chain = `with recursive held as (
      select pid from pg_stat_activity where datname = current_database() and $1 = any(pg_blocking_pids(pid))
      union select a.pid from pg_stat_activity a join held h on h.pid = any(pg_blocking_pids(a.pid)))
    select 1 from held`;
  await until(async () => (await harness.tables.query('support', chain, [pid])).length >= HELD_BACK, 5_000);
  return {
    lockedBy: pid,
    operations,
    answered: Promise.all(answered),
    release: async () => {
      await lock.query('commit');
      await lock.end();
    },
  };
}
