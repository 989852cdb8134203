/** B5: one transaction: an update by primary key and the row of an outbox. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { loop, settings } from './child.mjs';

/** @param {pg.Pool} pool @param {string} key @param {string} event */
export async function write(pool, key, event) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'b05-update',
      text: 'update bench_row set touched = touched + 1, changed_at = now() where id = $1 returning touched',
      values: [key],
    });
    await client.query({
      name: 'b05-outbox',
      text: 'insert into bench_outbox (id, subject, body) values ($1, $2, $3)',
      values: [randomUUID(), 'bench.thing.changed', event],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

if (process.argv[1]?.endsWith('b05-write.mjs')) {
  const { database, keys, event } = await settings();
  const pool = new pg.Pool({ connectionString: database, max: 10 });
  let turn = 0;
  loop(32, () => write(pool, keys[turn++ % keys.length], event));
}
