import type { FaultHarness } from './fault-harness.js';

/** While it works, notifications can handle nothing: somebody holds a lock on what it writes to. */
export async function withSlowConsumer<T>(harness: FaultHarness, work: () => Promise<T>): Promise<T> {
  const lock = await harness.tables.connect('notifications');
  await lock.query('begin; lock table notification in exclusive mode');
  try {
    return await work();
  } finally {
    await lock.query('commit');
    await lock.end();
  }
}
