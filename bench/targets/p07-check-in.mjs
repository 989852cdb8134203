import { product, sample } from '../lib/baselines.mjs';
import { enrolled, inLanes, openSession } from '../lib/fleet.mjs';
import { fire } from '../lib/load.mjs';
import { compare } from '../lib/pairs.mjs';
import { Raw } from '../lib/processes.mjs';
import { round } from '../lib/statistics.mjs';

const DEVICES = 100;

/** P7: check-ins of devices that have nothing to say, and to which nothing is said; against B1. @param {import('../lib/pairs.mjs').Bench} bench */
export async function p07(bench) {
  const { world } = bench;
  const devices = await enrolled(world, DEVICES);
  await inLanes(devices, 8, async (device) => void (device.token = await openSession(world, device)));
  const requests = devices.map(({ token }) => ({
    method: 'POST',
    path: '/api/v1/agent/sync',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }));
  for (const request of requests) await sample(world, request);
  const reply = await sample(world, requests[0]);
  const raw = await Raw.start('b01-static', { reply });
  const connections = 64;
  try {
    const side = product(world, ['devices'], { requests, connections });
    const before = await writes(world);
    let asked = 0;
    const run = async (/** @type {number} */ seconds) => {
      const ran = await side.run(seconds);
      asked += ran.operations;
      return ran;
    };
    const result = await compare(bench, {
      baseline: {
        run: (seconds) => fire({ requests, connections, url: raw.url }, seconds),
        pids: () => [raw.pid],
      },
      product: { ...side, run },
      must: 0.35,
      goal: 0.6,
      load: side.load,
    });
    // Presence is told in batches, every ten seconds, whatever the number of check-ins.
    const perRequest = ((await writes(world)) - before) / Math.max(1, asked);
    return {
      ...result,
      must: `${result.must}, no write in the request`,
      pass: result.pass && perRequest < 0.05,
      details: { ...result.details, rowsWrittenPerRequest: round(perRequest, 4) },
    };
  } finally {
    await raw.stop();
  }
}

/** Rows that were written in the devices' database so far. @param {import('../lib/world.mjs').BenchWorld} world */
async function writes(world) {
  await new Promise((resolve) => setTimeout(resolve, 1_200)); // the server counts with a delay of a second
  const [row] = await world.query(
    'devices',
    `select (tup_inserted + tup_updated + tup_deleted)::float8 as n from pg_stat_database where datname = 'devices'`,
  );
  return row.n;
}
