/** B4: a named, prepared select by primary key. */
import pg from 'pg';
import { loop, settings } from './child.mjs';

const { database, table, keys } = await settings();
const pool = new pg.Pool({ connectionString: database, max: 10 });
let turn = 0;

loop(32, async () => {
  const values = [keys[turn++ % keys.length]];
  await pool.query({ name: 'b04', text: `select * from ${table} where id = $1`, values });
});
