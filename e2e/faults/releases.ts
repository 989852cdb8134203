import { Api } from '../../tools/world/api.mjs';
import { freePorts } from '../../tools/world/ports.mjs';
import { releaseBefore } from '../../tools/world/release-before.mjs';
import { password, staffMember } from '../world/people.js';
import type { Staff } from './essentials.js';
import { FaultHarness, services } from './fault-harness.js';
import { type Blueprint, blueprintOf, type Replica } from './replica.js';
import { until } from './waiting.js';

/** The services and the gateway: a rolling update replaces each of them. */
export const apps = [...services, 'gateway'];

/** One process of a release; a gateway serves clients at its door. */
export type Instance = Replica & { door: string };

/** A world of today, whose parts can be replaced by those of the release before. Migrations of today have run in it. */
export class Releases {
  readonly before = new Map<string, Blueprint>();
  readonly today = new Map<string, Blueprint>();

  private constructor(
    readonly harness: FaultHarness,
    readonly staff: Staff,
    readonly version: string,
  ) {}

  static async start(): Promise<Releases> {
    const release = releaseBefore();
    const harness = await FaultHarness.start();
    try {
      const admin = await harness.world.api().signIn('admin@vendor.example', password);
      const staff = { licenses: 'licenses@vendor.example', agent: 'agent@vendor.example' };
      await staffMember(harness.world, admin, 'support-agent', staff.agent);
      const releases = new Releases(harness, staff, release.version);
      for (const name of apps) {
        const blueprint = blueprintOf(harness.world, name);
        releases.today.set(name, blueprint);
        releases.before.set(name, { ...blueprint, args: [release.programOf(name)], cwd: release.folder });
      }
      return releases;
    } catch (error) {
      await harness.stop();
      throw error;
    }
  }

  /** Starts it, and waits until it serves. */
  async run(blueprint: Blueprint): Promise<Instance> {
    const [port] = (await freePorts(1)) as [number];
    const replica = await this.harness.add(
      blueprint,
      blueprint.name === 'gateway' ? { PORT: String(port) } : {},
    );
    await this.harness.ready(replica.healthPort);
    const door = `http://127.0.0.1:${port}`;
    // One of the release before says that it is ready a little before its door is open.
    if (blueprint.name === 'gateway') await until(async () => (await fetch(`${door}/healthz`)).ok, 10_000);
    return { ...replica, door };
  }

  /** One process of each app; clients come in by its gateway from now on. */
  async runAll(release: Map<string, Blueprint>): Promise<Map<string, Instance>> {
    const starting = apps.map(async (name) => [name, await this.run(release.get(name)!)] as const);
    const running = new Map(await Promise.all(starting));
    this.enter(running.get('gateway')!.door);
    return running;
  }

  /** Both run for a while, as in a rolling update; then the first is told to go. */
  async replace(old: Replica, next: Blueprint): Promise<Instance> {
    const successor = await this.run(next);
    if (next.name === 'gateway') this.enter(successor.door);
    old.kill('SIGTERM');
    expect(await old.exited).toBe(0);
    return successor;
  }

  /** Ends the world's own processes. Its supervisor, which would start them again, must be stopped meanwhile. */
  async endOwn(): Promise<void> {
    const own = apps.map((name) => this.harness.world.pid(name));
    for (const name of [...apps].reverse()) this.harness.world.signal(name, 'SIGTERM');
    await until(() => own.every((pid) => !this.harness.isRunning(pid)), 30_000);
  }

  /** The world's own processes come back and take over from these. */
  async giveBack(running: Iterable<Replica>): Promise<void> {
    for (const name of apps) await this.harness.returned(name);
    this.enter(null);
    const leaving = [...running].reverse();
    for (const replica of leaving) replica.kill('SIGTERM');
    await Promise.all(leaving.map((replica) => replica.exited));
  }

  private enter(door: string | null): void {
    const { world, companies } = this.harness;
    world.door = door;
    for (const company of companies) company.api = new Api(world.url, company.api.token);
  }
}
