import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connected, enrolled, inLanes } from '../lib/fleet.mjs';
import { percentiles } from '../lib/pace.mjs';
import { memoryOf } from '../lib/processes.mjs';
import { round } from '../lib/statistics.mjs';

/** Commands a second. */
const RATE = 20;

/**
 * P8: from the beginning of `POST /devices/:id/commands` until the device has the command in its hands: the socket told it
 * to look, and its check-in brought it.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p08({ world, plan, say }) {
  const fleet = plan.short ? 200 : 5_000;
  const commands = plan.short ? 20 : 200;
  const before = memoryOf(world.pids('gateway'));
  const devices = await enrolled(world, fleet);
  /** @type {Map<string, { from: number, took?: number }>} */
  const sent = new Map();
  const began = performance.now();
  /** @type {import('ws').WebSocket[]} */
  const sockets = [];
  const look = (/** @type {import('../lib/fleet.mjs').Device} */ device) => async () => {
    const reply = await world.api().post('/agent/sync', { token: device.token, live: true });
    const waiting = sent.get(device.id);
    if (reply.commands.length && waiting) waiting.took ??= performance.now() - waiting.from;
  };
  await inLanes(devices, 64, async (device) => sockets.push(await connected(world, device, look(device))));
  const seconds = (performance.now() - began) / 1_000;
  say(`    ${fleet} devices connected in ${seconds.toFixed(1)} s`);
  await sleep(plan.short ? 1_000 : 15_000); // presence of all of them is told meanwhile
  const api = world.api((await world.ownerHeaders()).authorization.slice('Bearer '.length));
  const answers = [];
  for (let n = 0; n < commands; n++) {
    const { id } = /** @type {{ id: string }} */ (devices[Math.floor((n * fleet) / commands)]);
    sent.set(id, { from: performance.now() });
    answers.push(
      api.post(`/devices/${id}/commands`, { kind: 'quick_scan' }, { 'idempotency-key': randomUUID() }),
    );
    await sleep(1_000 / RATE);
  }
  await Promise.all(answers);
  for (const end = performance.now() + 5_000; performance.now() < end && !delivered();) await sleep(20);
  const perSocket = (memoryOf(world.pids('gateway')) - before) / fleet;
  for (const socket of sockets) socket.removeAllListeners('close').terminate();
  const took = [...sent.values()].flatMap((s) => (s.took === undefined ? [] : [s.took]));
  const { p50, p99, max } = percentiles(took);
  return {
    ratio: null,
    min: null,
    max: null,
    cpuRatio: null,
    p50: round(p50),
    p99: round(p99),
    must: 'p99 ≤ 500 ms',
    goal: 'p99 ≤ 100 ms',
    pass: p99 <= 500 && took.length === commands,
    details: {
      devices: fleet,
      commandsPerSecond: RATE,
      commands,
      arrived: took.length,
      max: round(max),
      connectedPerSecond: round(fleet / seconds, 0),
      gatewayKilobytesPerDevice: round(perSocket / 1_024, 1),
    },
  };

  function delivered() {
    return [...sent.values()].every((s) => s.took !== undefined);
  }
}
