import type { Stage } from './stage.js';

/** While it works, notifications can handle nothing: somebody holds a lock on what it writes to. */
export async function withSlowConsumer<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
  const lock = await stage.tables.connect('notifications');
  await lock.query('begin; lock table notification in exclusive mode');
  try {
    return await work();
  } finally {
    await lock.query('commit');
    await lock.end();
  }
}
