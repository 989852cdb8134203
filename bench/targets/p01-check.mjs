import { product, sample, wholePath } from '../lib/baselines.mjs';
import { inLanes } from '../lib/fleet.mjs';
import { compare } from '../lib/pairs.mjs';
import { activation, order } from '../lib/people.mjs';

const json = { 'content-type': 'application/json' };

/** P1: the license check, against B6 with one Ed25519 signature. @param {import('../lib/pairs.mjs').Bench} bench */
export async function p01(bench) {
  const { world } = bench;
  const requests = await checks(world, 200);
  const connections = 64;
  const replyBytes = (await sample(world, requests[0])).length;
  const baseline = await wholePath(
    world,
    'b06-read',
    {
      database: world.database('licensing'),
      sql: 'select id, license_id, entry_id, product_id, application_version, created_at from activation where id = $1',
      sign: true,
      replyBytes,
    },
    { connections, requests: requests.map((r) => ({ ...r, path: '/', body: r.withId })) },
  );
  try {
    const side = product(world, ['licensing'], { requests, connections });
    return await compare(bench, {
      baseline,
      product: side,
      must: 0.7,
      goal: 1,
      mustCpu: 1.6,
      load: side.load,
    });
  } finally {
    await baseline.stop();
  }
}

/** Devices that check, each with its token. @param {import('../lib/world.mjs').BenchWorld} world @param {number} count */
export async function checks(world, count) {
  const people = await world.people();
  const [code] = await order(people, { seats: count });
  /** @type {{ id: string, token: string, fingerprint: string }[]} */
  const made = [];
  const names = Array.from({ length: count }, (_, n) => `device-${n}`);
  await inLanes(names, 8, async (fingerprint) => {
    const body = activation(people, /** @type {string} */ (code), fingerprint);
    const { id, token } = await world.api().post('/activations', body);
    made.push({ fingerprint, id, token });
  });
  return made.map(({ id, token, fingerprint }) => {
    const question = { fingerprint, nonce: `nonce-of-the-check-of-${fingerprint}` };
    return {
      method: 'POST',
      path: `/api/v1/activations/${id}/check`,
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify(question),
      withId: JSON.stringify({ id, ...question }),
      token,
    };
  });
}
