import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../tools/start/settings.mjs';
import { fingerprint } from '../../tools/world/processes.mjs';
import { readRuntime } from '../../tools/world/record.mjs';
import { password } from '../world/people.js';
import { World } from '../world/world.js';
import { RequestLog } from './request-log.js';
import { makeCompanies, type Company } from './test-tenants.js';
import { violations } from './checker.js';
import { footprints } from './footprint.js';
import { collectGarbage, DEBUGGABLE } from './garbage.js';
import type { Footprint, Ledgers } from './ledger.js';
import { Load } from './load.js';
import { Tables } from './tables.js';
import { isReady, until } from './waiting.js';
import { seconds, tally } from './words.js';
import { type Blueprint, blueprintOf, startReplica, type Replica } from './replica.js';

export const services = ['identity', 'licensing', 'support', 'devices', 'notifications'];

/** Starts a service with a fault in it, which its variables name. */
export const FAULTY_SERVICE = join(root, 'e2e/faults/faulty-service.mjs');

/** How long the load runs before and after a blow; `npm run faults` makes it longer. */
export const SECONDS = Number(process.env.FAULT_SECONDS ?? 1);
/** What a killed consumer had in hand comes again after the stream's ack_wait, so much later; milliseconds. */
const SETTLED_WITHIN = 30_000;
const WARM_UP_MS = 500;
/** Codes for each company: enough for a long run. */
const CODES = 250 + 100 * SECONDS;

const parts = [...services, 'gateway'];

/** A world with two companies at work, whose parts are killed, and the ledgers of what came of it. */
export class FaultHarness {
  readonly requestLog = new RequestLog();
  readonly tables: Tables;
  readonly poison = new Set<string>();
  private readonly licenseOf = new Map<string, string>();
  private readonly replicas: Replica[] = [];
  /** What the last verdict waited for, in milliseconds. */
  private settled = 0;
  private before: Footprint[] = [];

  private constructor(
    readonly world: World,
    readonly companies: Company[],
  ) {
    this.tables = new Tables(world);
  }

  /** @param prepare what must be there before the world starts, see World.start */
  static async start(
    environment: Record<string, string> = {},
    prepare?: (home: string) => Promise<Record<string, string>>,
  ): Promise<FaultHarness> {
    const usual = {
      NOTIFICATIONS__MAIL_PARALLEL: '2',
      NOTIFICATIONS__MAIL_RETRY_MS: '500',
      IDENTITY__ACCESS_TOKEN_SECONDS: '600',
      ...Object.fromEntries(parts.map((name) => [`${name.toUpperCase()}__NODE_OPTIONS`, DEBUGGABLE])),
    };
    const world = await World.start({ ...usual, ...environment }, prepare);
    try {
      const harness = new FaultHarness(world, await makeCompanies(world, CODES));
      await harness.warmUp();
      return harness;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  /** What the processes take when they have worked, and nothing has happened to them yet. */
  private async warmUp(): Promise<void> {
    await new Load(this.companies, this.requestLog, this.licenseOf).during(WARM_UP_MS);
    this.before = footprints(this.world, parts);
  }

  async stop(): Promise<void> {
    for (const replica of this.replicas) replica.kill('SIGKILL');
    await this.world.stop();
  }

  /**
   * Puts the load on, does the work, and takes it off; the load goes on for a while before and after.
   * @param clients that ask without a pause, unless told: few where more is started than the machine has processors
   */
  async underLoad<T>(work: () => Promise<T>, clients?: number): Promise<T> {
    // A token lasts some minutes: enough for one fault, not for all of a file.
    for (const company of this.companies)
      company.api = await this.world.api().signIn(company.email, password);
    const load = new Load(this.companies, this.requestLog, this.licenseOf, clients).start();
    try {
      await sleep(SECONDS * 1_000);
      const result = await work();
      await sleep(SECONDS * 1_000);
      return result;
    } finally {
      await load.stop();
    }
  }

  /** One more process like one that runs. */
  replica(name: string, environment: Record<string, string> = {}): Promise<Replica> {
    return this.add(blueprintOf(this.world, name), environment);
  }

  /** A process that ends with the harness at the latest. */
  async add(blueprint: Blueprint, environment: Record<string, string> = {}): Promise<Replica> {
    const replica = await startReplica(blueprint, environment);
    this.replicas.push(replica);
    return replica;
  }

  /** Stops who would start again what dies, so that it stays away until the work is done. */
  async unsupervised<T>(work: () => Promise<T>): Promise<T> {
    const { pid } = readRuntime(this.world.home)!.supervisor;
    process.kill(pid, 'SIGSTOP');
    try {
      return await work();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }

  /**
   * Ends a supervised part at once. @returns when its sockets were closed: its first thread looks dead before the
   * others are, and they hold the sockets open.
   */
  async killed(name: string): Promise<number> {
    const pid = this.world.pid(name);
    process.kill(pid, 'SIGKILL');
    await until(() => fingerprint(pid) === undefined && threadsOf(pid) <= 1, 5_000);
    return performance.now();
  }

  /** Ends a supervised part by a signal, and waits until its successor is ready. */
  async replaced(name: string, signal: NodeJS.Signals): Promise<void> {
    const before = this.world.pid(name);
    this.world.signal(name, signal);
    await until(() => this.world.pid(name) !== before, 20_000);
    await this.ready(this.healthPort(name));
  }

  isRunning(pid: number): boolean {
    return fingerprint(pid) !== undefined;
  }

  /** A supervised part that has ended is there again, and ready. */
  async returned(name: string): Promise<void> {
    await until(() => this.isRunning(this.world.pid(name)), 20_000);
    await this.ready(this.healthPort(name));
  }

  /** Of the services and the gateway: other ones mean that some have crashed. */
  pids(): number[] {
    return [...services, 'gateway'].map((name) => this.world.pid(name));
  }

  healthPort(name: string): number {
    return readRuntime(this.world.home)!.ports[`${name}Health`]!;
  }

  /** What a service says of itself; the sum of the lines with such a label. */
  async metric(name: string, metric: string, label = ''): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.healthPort(name)}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => new RegExp(`^${metric}[{ ]`).test(line) && line.includes(label))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }

  /** @returns milliseconds until it was */
  ready(healthPort: number, within = 30_000): Promise<number> {
    return until(() => isReady(healthPort), within);
  }

  /** Each service answers through the gateway. @returns milliseconds until all did */
  serving(within: number): Promise<number> {
    const asked = ['/me', '/licenses', '/requests', '/devices', '/notifications'];
    const { api } = this.companies[0]!;
    return until(
      async () =>
        (await Promise.all(asked.map((path) => api.send('GET', path)))).every((r) => r.status === 200),
      within,
    );
  }

  collect(): Promise<Ledgers> {
    const floors = this.companies.map(({ floor }) => floor);
    return this.tables.collect(this.requestLog, this.licenseOf, floors, this.before);
  }

  /** What is wrong once everything has had time to settle; nothing, if the run holds. */
  async verdict(within = SETTLED_WITHIN): Promise<string[]> {
    const collected = new Set<string>();
    for (const began = performance.now(); ; await sleep(200)) {
      const wrong = violations(await this.collect(), this.poison);
      this.settled = performance.now() - began;
      if (wrong.length === 0 || this.settled > within) return wrong;
      const large = wrong.map((one) => /^footprint: (\S+) has \d+ of memory/.exec(one)?.[1]);
      for (const name of large.filter((one) => one !== undefined && !collected.has(one))) {
        collected.add(name!);
        await collectGarbage(this.world, name!);
      }
    }
  }

  /** For `npm run faults`, which prints them. */
  report(fault: number, what: string, since: number, figures: Record<string, unknown> = {}): void {
    const answers = this.requestLog.answersSince(since);
    const failed = this.requestLog.failures(since).map(({ answer }) => answer.status);
    const longest = Math.round(Math.max(0, ...answers.map((a) => a.ended - a.began)));
    const line = {
      fault,
      what,
      requests: answers.length,
      failed: tally(failed),
      longest: `${longest} ms`,
      settled: seconds(this.settled),
      ...figures,
    };
    if (process.env.FAULT_REPORT) appendFileSync(process.env.FAULT_REPORT, `${JSON.stringify(line)}\n`);
  }
}

function threadsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).length;
  } catch {
    return 0;
  }
}
