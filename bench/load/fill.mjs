import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { copy } from './copy.mjs';
import * as device from './devices.mjs';
import * as license from './licenses.mjs';
import * as request from './requests.mjs';

/** @typedef {() => Generator<{ companyId: string, userId: string, n: number }>} Share whose each new row is */

/** Every tenth row is the measured company's, the others belong to companies of so many rows. */
const OTHERS = 1_000;
/** Rows that are made and written at a time: what a loader holds in memory. */
const BATCH = 50_000;

/**
 * Makes licenses, devices and requests until there are so many of each, as the services would have written them long ago:
 * their events are published and deleted, so there are no outbox rows.
 * @param {import('../lib/world.mjs').BenchWorld} world
 * @param {number} from how many it has made before
 * @param {number} to
 * @param {(line: string) => void} say
 */
export async function fill(world, from, to, say) {
  const began = performance.now();
  for (let made = from; made < to; made += BATCH) await fillBatch(world, made, Math.min(BATCH, to - made));
  await Promise.all(['licensing', 'devices', 'support'].map((name) => world.query(name, 'vacuum analyze')));
  await settle(world);
  const orphans = await orphansOf(world);
  if (orphans) throw new Error(`${orphans} rows without a parent`);
  const seconds = (performance.now() - began) / 1_000;
  say(`    ${to - from} licenses, devices and requests more, in ${seconds.toFixed(0)} s`);
}

/** What the server still does about so many new rows would be counted for the next requests. @param {import('../lib/world.mjs').BenchWorld} world */
async function settle(world) {
  await world.query('postgres', 'checkpoint');
  const busy = `select 1 from pg_stat_activity where backend_type = 'autovacuum worker'`;
  for (const end = Date.now() + 120_000; Date.now() < end && (await world.query('postgres', busy)).length;)
    await sleep(500);
}

/** @param {import('../lib/world.mjs').BenchWorld} world @param {number} made before @param {number} count */
async function fillBatch(world, made, count) {
  const { companyId, userId, products } = await world.people();
  /** @type {Share} */
  const share = function* () {
    let other = { companyId: randomUUID(), userId: randomUUID() };
    for (let n = 0; n < count; n++) {
      if (n % OTHERS === 0) other = { companyId: randomUUID(), userId: randomUUID() };
      yield n % 10 === 0 ? { companyId, userId, n } : { ...other, n };
    }
  };
  const [licensing, devices, support] = ['licensing', 'devices', 'support'].map((name) =>
    world.database(name),
  );
  const rows = license.licenses(share, {
    from: await take(world, 'licensing', 'license_serial', count),
    orderFrom: await take(world, 'licensing', 'order_number', Math.ceil(count / 1_000)),
    productId: /** @type {string} */ (products['Endpoint Shield']),
    codeLookupKey: world.secrets.codeLookupKey,
    dataKey: world.secrets.dataKeys.licensing,
  });
  const { tables } = license;
  await copy(licensing, tables.order, rows.orders);
  await copy(licensing, tables.license, rows.licenses);
  await copy(licensing, tables.entry, rows.entries);
  await copy(licensing, tables.seat, rows.seats);
  await copy(licensing, tables.activation, rows.activations);
  const fleet = device.devices(share, made);
  await copy(devices, device.tables.device, fleet.rows);
  await copy(devices, device.tables.presence, fleet.presence);
  const from = await take(world, 'support', 'request_number', count);
  await copy(support, request.table, request.requests(share, from));
}

/** Takes values of a sequence, so that the service goes on after them. @param {import('../lib/world.mjs').BenchWorld} world @param {string} database @param {string} sequence @param {number} count @returns {Promise<number>} the first one */
async function take(world, database, sequence, count) {
  const sql = `select setval('${sequence}', nextval('${sequence}') + $1)::bigint - $1 as first`;
  const [row] = await world.query(database, sql, [count]);
  return Number(row.first);
}

/** What foreign keys would have refused. @param {import('../lib/world.mjs').BenchWorld} world @returns {Promise<number>} */
async function orphansOf(world) {
  const count = async (/** @type {string} */ database, /** @type {string} */ sql) =>
    (await world.query(database, `select (${sql})::int as n`))[0].n;
  const missing = (/** @type {string} */ child, /** @type {string} */ on) =>
    `(select count(*) from ${child} where not exists (select from ${on}))`;
  const licensing = [
    missing('license l', 'license_order o where o.id = l.order_id'),
    missing('license_entry e', 'license l where l.id = e.license_id'),
    missing('seat s', 'license l where l.id = s.license_id and l.seats = s.seat_limit'),
    missing('activation a', 'license_entry e where e.id = a.entry_id'),
  ];
  return (
    (await count('licensing', licensing.join(' + '))) +
    (await count('devices', missing('presence p', 'device d where d.id = p.device_id')))
  );
}
