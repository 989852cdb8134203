import { product, sample, wholePath } from '../lib/baselines.mjs';
import { compare } from '../lib/pairs.mjs';
import { activation, order } from '../lib/people.mjs';

/** Licenses among which the activations are spread, each with more seats than a run can take. */
const LICENSES = 50;

/** P2: an activation takes a seat, writes an event and signs a certificate; against B7. @param {import('../lib/pairs.mjs').Bench} bench */
export async function p02(bench) {
  const { world } = bench;
  const connections = 32;
  const requests = await activations(world);
  const replyBytes = (await sample(world, requests[0])).length;
  const [row] = await world.query('licensing', 'select body::text from outbox order by seq desc limit 1');
  const baseline = await wholePath(
    world,
    'b07-write',
    { ...(await world.benchDatabase()), event: row.body, replyBytes },
    { connections, unique: true, requests: requests.map((r) => ({ ...r, path: '/' })) },
  );
  try {
    const side = product(world, ['licensing'], { requests, connections, unique: true });
    return await compare(bench, { baseline, product: side, must: 0.6, goal: 0.9, load: side.load });
  } finally {
    await baseline.stop();
  }
}

/** Each is of a device that was never seen before. @param {import('../lib/world.mjs').BenchWorld} world */
export async function activations(world) {
  const people = await world.people();
  const codes = await order(people, { seats: 100_000, quantity: LICENSES });
  return codes.map((code) => ({
    method: 'POST',
    path: '/api/v1/activations',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activation(people, code, 'device-[<id>]')),
  }));
}
