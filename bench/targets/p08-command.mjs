import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connected, enrolled, inLanes } from '../lib/fleet.mjs';
import { percentiles } from '../lib/pace.mjs';
import { discardedBy, onSteadyMachine } from '../lib/pairs.mjs';
import { memoryOf } from '../lib/processes.mjs';
import { round } from '../lib/statistics.mjs';

/** Commands a second. */
const RATE = 20;

/**
 * P8: from the beginning of `POST /devices/:id/commands` until the device has the command in its hands: the socket told it
 * to look, and its check-in brought it.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p08(bench) {
  const { world, plan, say } = bench;
  const fleet = plan.short ? 200 : 5_000;
  const before = memoryOf(world.pids('gateway'));
  const devices = await enrolled(world, fleet);
  const commands = new Commands(world, devices, plan.short ? 20 : 200);
  const began = performance.now();
  /** @type {import('ws').WebSocket[]} */
  const sockets = [];
  await inLanes(devices, 64, async (device) =>
    sockets.push(await connected(world, device, () => commands.fetchedBy(device))),
  );
  const seconds = (performance.now() - began) / 1_000;
  say(`    ${fleet} devices connected in ${seconds.toFixed(1)} s`);
  await sleep(plan.short ? 1_000 : 15_000); // presence of all of them is told meanwhile
  const perSocket = (memoryOf(world.pids('gateway')) - before) / fleet;
  const { all, discarded, noisy } = await onSteadyMachine(
    bench,
    { times: 1, tries: 4 },
    () => commands.sendAll(),
    (found, drift) =>
      say(`    p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms${discardedBy(drift)}`),
  );
  for (const socket of sockets) socket.removeAllListeners('close').terminate();
  const { p50, p99, max, arrived } = /** @type {(typeof all)[0]} */ (all.at(-1)).done;
  return {
    ratio: null,
    min: null,
    max: null,
    cpuRatio: null,
    p50: round(p50),
    p99: round(p99),
    must: 'p99 ≤ 500 ms',
    goal: 'p99 ≤ 100 ms',
    pass: !noisy && p99 <= 500 && arrived === commands.count,
    details: {
      noisy,
      discarded,
      devices: fleet,
      commandsPerSecond: RATE,
      commands: commands.count,
      arrived,
      max: round(max),
      connectedPerSecond: round(fleet / seconds, 0),
      gatewayKilobytesPerDevice: round(perSocket / 1_024, 1),
    },
  };
}

/** Commands to devices that are spread over the fleet, and when each was in its device's hands. */
class Commands {
  /** @type {Map<string, { from: number, took?: number }>} */
  #sent = new Map();

  /** @param {import('../lib/world.mjs').BenchWorld} world @param {import('../lib/fleet.mjs').Device[]} devices @param {number} count */
  constructor(world, devices, count) {
    this.world = world;
    this.devices = devices;
    this.count = count;
  }

  /** What a device does when its socket tells it to look. @param {import('../lib/fleet.mjs').Device} device */
  async fetchedBy(device) {
    const reply = await this.world.api().post('/agent/sync', { token: device.token, live: true });
    const waiting = this.#sent.get(device.id);
    if (reply.commands.length && waiting) waiting.took ??= performance.now() - waiting.from;
  }

  async sendAll() {
    this.#sent.clear();
    const headers = await this.world.ownerHeaders();
    const api = this.world.api(headers.authorization.slice('Bearer '.length));
    const answers = [];
    for (let n = 0; n < this.count; n++) {
      const { id } = this.devices[Math.floor((n * this.devices.length) / this.count)];
      this.#sent.set(id, { from: performance.now() });
      answers.push(
        api.post(`/devices/${id}/commands`, { kind: 'quick_scan' }, { 'idempotency-key': randomUUID() }),
      );
      await sleep(1_000 / RATE);
    }
    await Promise.all(answers);
    const all = [...this.#sent.values()];
    for (const end = performance.now() + 5_000; performance.now() < end;) {
      if (all.every((s) => s.took !== undefined)) break;
      await sleep(20);
    }
    const took = all.flatMap((s) => (s.took === undefined ? [] : [s.took]));
    return { ...percentiles(took), arrived: took.length };
  }
}
