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
import { services, Stage } from '../stage.js';
import { until } from '../waiting.js';
import { type Blueprint, blueprintOf, type Twin } from '../twin.js';

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
  let stage: Stage;
  let staff: Staff;
  let version: string;
  const before = new Map<string, Blueprint>();
  const now = new Map<string, Blueprint>();
  beforeAll(async () => {
    const release = releaseBefore();
    version = release.version;
    stage = await Stage.start();
    const { world } = stage;
    for (const name of apps) {
      const blueprint = blueprintOf(world, name);
      now.set(name, blueprint);
      before.set(name, { ...blueprint, args: ['start.mjs'], cwd: release.folderOf(name) });
    }
    const admin = await world.api().signIn('admin@vendor.example', password);
    staff = { licenses: 'licenses@vendor.example', agent: 'agent@vendor.example' };
    await staffMember(world, admin, 'support-agent', staff.agent);
  }, 15 * MINUTES);
  afterAll(() => stage?.stop());

  /** Starts it, and waits until it serves; a gateway gets a door of its own. */
  async function start(blueprint: Blueprint): Promise<Twin & { door: string }> {
    const [port] = (await freePorts(1)) as [number];
    const twin = await stage.add(blueprint, blueprint.name === 'gateway' ? { PORT: String(port) } : {});
    await stage.ready(twin.healthPort);
    const door = `http://127.0.0.1:${port}`;
    // One of the release before says that it is ready a little before its door is open.
    if (blueprint.name === 'gateway') await until(async () => (await fetch(`${door}/healthz`)).ok, 10_000);
    return { ...twin, door };
  }

  /** From now on everybody comes in there. */
  function enter(door: string | null): void {
    stage.world.door = door;
    for (const company of stage.companies) company.api = new Api(stage.world.url, company.api.token);
  }

  /** Both run for a while, as in a rolling update; then the first is told to go. */
  async function replace(old: Twin, next: Blueprint): Promise<Twin & { door: string }> {
    const successor = await start(next);
    if (next.name === 'gateway') enter(successor.door);
    old.kill('SIGTERM');
    expect(await old.exited).toBe(0);
    return successor;
  }

  /** One of them as it is in one release, all others as they are in the other. */
  async function inTurn(one: Map<string, Blueprint>, others: Map<string, Blueprint>): Promise<void> {
    const running = new Map<string, Twin>();
    for (const name of apps) {
      const twin = await start(others.get(name)!);
      if (name === 'gateway') enter(twin.door);
      running.set(name, twin);
    }
    // The world's own ones go; nobody starts them again meanwhile.
    const own = apps.map((name) => stage.world.pid(name));
    for (const name of [...apps].reverse()) stage.world.signal(name, 'SIGTERM');
    await until(() => own.every((pid) => !stage.isRunning(pid)), 30_000);
    for (const name of apps) {
      const different = await replace(running.get(name)!, one.get(name)!);
      await essentials(stage.world, staff);
      running.set(name, await replace(different, others.get(name)!));
    }
    await essentials(stage.world, staff);
    last = [...running.values()];
  }
  let last: Twin[] = [];

  it.each([
    ['each of the release before with the others of today', () => [before, now] as const],
    ['each of today with the others of the release before', () => [now, before] as const],
  ])(
    'fault 20: %s do the product’s work under load',
    async (what, sides) => {
      const began = performance.now();
      await stage.underLoad(
        () =>
          stage
            .unsupervised(async () => {
              const [one, others] = sides();
              await inTurn(one, others);
            })
            .then(async () => {
              // The world's own ones come back, and take over.
              for (const name of services) await stage.returned(name);
              await stage.returned('gateway');
              enter(null);
              for (const twin of last.reverse()) twin.kill('SIGTERM');
              await Promise.all(last.map((twin) => twin.exited));
            }),
        CLIENTS,
      );
      // Twelve processes start on two processors: some requests find no place in time, and are told so. None fails in
      // any other way, as the checker makes sure.
      expect(await stage.verdict()).toEqual([]);
      stage.report(20, `${what}: ${version} and today`, began, { journeys: apps.length + 1 });
    },
    8 * MINUTES,
  );
});
