import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../tools/start/settings.mjs';
import { Api } from '../../../tools/world/api.mjs';
import { freePorts } from '../../../tools/world/ports.mjs';
import { run } from '../../../tools/world/run.mjs';
import { releaseBefore } from '../../../tools/world/release-before.mjs';
import { password, staffMember } from '../../world/people.js';
import { essentials, type Staff } from '../essentials.js';
import { services, FaultHarness } from '../fault-harness.js';
import { until } from '../waiting.js';
import { type Blueprint, blueprintOf, type Replica } from '../replica.js';

interface Released {
  contracts: Record<string, { reply: { properties: object; required?: string[] } }>;
}

const MINUTES = 60_000;
/** Seven processes more than usual start on this machine; what is proven is that they understand each other. */
const CLIENTS = 2;
const apps = [...services, 'gateway'];

describe('a contract that would break the release before', () => {
  it('fault 20: is refused by the gate before anything runs', async () => {
    const gate = (released: string) =>
      run(process.execPath, [join(root, 'tools/contracts-gate.mjs')], {
        env: { ...process.env, TESSERA_RELEASED: released },
      });
    const today = join(root, 'contracts/released');
    expect((await gate(today)).code).toBe(0);
    const folder = mkdtempSync(join(tmpdir(), 'tessera-released-'));
    try {
      // As if that release had answered one field more, on which clients may have relied.
      const file = readdirSync(today).sort().at(-1)!;
      const release = JSON.parse(readFileSync(join(today, file), 'utf8')) as Released;
      const { reply } = release.contracts['rpc.licensing.license.list.v1']!;
      Object.assign(reply.properties, { total: { type: 'integer' } });
      reply.required = [...(reply.required ?? []), 'total'];
      writeFileSync(join(folder, file), JSON.stringify(release));
      const { code, output } = await gate(folder);
      expect(code).toBe(1);
      expect(output).toMatch(/✗ rpc\.licensing\.license\.list\.v1 .*total/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('two releases at once', () => {
  let harness: FaultHarness;
  let staff: Staff;
  let version: string;
  const before = new Map<string, Blueprint>();
  const now = new Map<string, Blueprint>();
  beforeAll(async () => {
    const release = releaseBefore();
    version = release.version;
    harness = await FaultHarness.start();
    const { world } = harness;
    for (const name of apps) {
      const blueprint = blueprintOf(world, name);
      now.set(name, blueprint);
      before.set(name, { ...blueprint, args: ['start.mjs'], cwd: release.folderOf(name) });
    }
    const admin = await world.api().signIn('admin@vendor.example', password);
    staff = { licenses: 'licenses@vendor.example', agent: 'agent@vendor.example' };
    await staffMember(world, admin, 'support-agent', staff.agent);
  }, 15 * MINUTES);
  afterAll(() => harness?.stop());

  /** Starts it, and waits until it serves; a gateway gets a door of its own. */
  async function start(blueprint: Blueprint): Promise<Replica & { door: string }> {
    const [port] = (await freePorts(1)) as [number];
    const replica = await harness.add(blueprint, blueprint.name === 'gateway' ? { PORT: String(port) } : {});
    await harness.ready(replica.healthPort);
    const door = `http://127.0.0.1:${port}`;
    // One of the release before says that it is ready a little before its door is open.
    if (blueprint.name === 'gateway') await until(async () => (await fetch(`${door}/healthz`)).ok, 10_000);
    return { ...replica, door };
  }

  /** From now on everybody comes in there. */
  function enter(door: string | null): void {
    harness.world.door = door;
    for (const company of harness.companies) company.api = new Api(harness.world.url, company.api.token);
  }

  /** Both run for a while, as in a rolling update; then the first is told to go. */
  async function replace(old: Replica, next: Blueprint): Promise<Replica & { door: string }> {
    const successor = await start(next);
    if (next.name === 'gateway') enter(successor.door);
    old.kill('SIGTERM');
    expect(await old.exited).toBe(0);
    return successor;
  }

  /** One of them as it is in one release, all others as they are in the other. */
  async function inTurn(one: Map<string, Blueprint>, others: Map<string, Blueprint>): Promise<void> {
    const running = new Map<string, Replica>();
    for (const name of apps) {
      const replica = await start(others.get(name)!);
      if (name === 'gateway') enter(replica.door);
      running.set(name, replica);
    }
    // The world's own ones go; nobody starts them again meanwhile.
    const own = apps.map((name) => harness.world.pid(name));
    for (const name of [...apps].reverse()) harness.world.signal(name, 'SIGTERM');
    await until(() => own.every((pid) => !harness.isRunning(pid)), 30_000);
    for (const name of apps) {
      const different = await replace(running.get(name)!, one.get(name)!);
      await essentials(harness.world, staff);
      running.set(name, await replace(different, others.get(name)!));
    }
    await essentials(harness.world, staff);
    last = [...running.values()];
  }
  let last: Replica[] = [];

  it.each([
    ['each of the release before with the others of today', () => [before, now] as const],
    ['each of today with the others of the release before', () => [now, before] as const],
  ])(
    'fault 20: %s do the product’s work under load',
    async (what, sides) => {
      const began = performance.now();
      await harness.underLoad(
        () =>
          harness
            .unsupervised(async () => {
              const [one, others] = sides();
              await inTurn(one, others);
            })
            .then(async () => {
              // The world's own ones come back, and take over.
              for (const name of services) await harness.returned(name);
              await harness.returned('gateway');
              enter(null);
              for (const replica of last.reverse()) replica.kill('SIGTERM');
              await Promise.all(last.map((replica) => replica.exited));
            }),
        CLIENTS,
      );
      // Twelve processes start on two processors: some requests find no place in time, and are told so. None fails in
      // any other way, as the checker makes sure.
      expect(await harness.verdict()).toEqual([]);
      harness.report(20, `${what}: ${version} and today`, began, { journeys: apps.length + 1 });
    },
    8 * MINUTES,
  );
});
