import { product, sample, wholePath } from '../lib/baselines.mjs';
import { compare } from '../lib/pairs.mjs';
import { order } from '../lib/people.mjs';

/** The rows of the list by one statement, written by hand. */
const rows = `
  select e.id, l.serial_number as "serialNumber", l.code_tail as "activationCode", p.id as "productId", p.name,
         l.blocked_at as "blockedAt", l.first_activated_at as "firstActivatedAt", l.seats,
         (select count(*)::int from seat s where s.license_id = l.id and s.fingerprint_hash is not null) as used,
         l.starts_at as "startsAt", l.expires_at as "expiresAt", o.order_number as "orderNumber", e.added_at as "addedAt"
    from license_entry e join license l on l.id = e.license_id join license_order o on o.id = l.order_id
    join product p on p.id = e.product_id
   where e.company_id = $1 order by e.expires_at, e.id limit 25`;

/** P3: the licenses of a company, 25 shown; against B6 with the same rows. @param {import('../lib/pairs.mjs').Bench} bench */
export async function p03(bench) {
  const { world } = bench;
  const requests = [await list(world)];
  const connections = 32;
  const { companyId } = await world.people();
  const replyBytes = (await sample(world, requests[0])).length;
  const baseline = await wholePath(
    world,
    'b06-read',
    { database: world.database('licensing'), sql: rows, values: [companyId], rows: true, replyBytes },
    { connections, requests: [{ method: 'GET', path: '/licenses' }] },
  );
  try {
    const side = product(world, ['licensing'], { requests, connections });
    return await compare(bench, { baseline, product: side, must: 0.6, goal: 0.85, load: side.load });
  } finally {
    await baseline.stop();
  }
}

/** The request of an owner whose company has more than a page. @param {import('../lib/world.mjs').BenchWorld} world */
export async function list(world) {
  const headers = await world.ownerHeaders();
  const people = await world.people();
  const api = world.api(headers.authorization.slice('Bearer '.length));
  const { nextCursor } = await api.get('/licenses?limit=25');
  if (!nextCursor) {
    const codes = await order(people, { quantity: 30 });
    for (const activationCode of codes) await api.post('/licenses', { activationCode });
  }
  return { method: 'GET', path: '/api/v1/licenses?limit=25', headers };
}
