import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Api } from '../../tools/world/api.mjs';
import { Mailbox } from '../../tools/world/mailbox.mjs';
import { removeWorld, startWorld, worldIn, worldPrefix } from '../../tools/world/world.mjs';

type Started = Awaited<ReturnType<typeof startWorld>>;
export type RunningWorld = Pick<Started, 'home' | 'id'>;
type Instance = Awaited<ReturnType<Started['startInstance']>>;

/** Settings that make limits no obstacle to load; what limits do is tested with the services. */
export const withoutLimits: Record<string, string> = {
  GATEWAY__CALLER_RATE: '100000',
  GATEWAY__CALLER_BURST: '100000',
  GATEWAY__STREAMS_PER_PERSON: '100000',
  GATEWAY__STREAMS_PER_ADDRESS: '100000',
  // The least that is allowed: these tests sign in hundreds of times.
  IDENTITY__ARGON2_MEMORY_KIB: '19456',
  IDENTITY__ARGON2_ITERATIONS: '2',
};

/** The whole product as `npm start` runs it: real processes, in a folder and on ports of its own. */
export class World {
  private readonly extra: Instance[] = [];

  private constructor(
    private readonly started: Started,
    private readonly outside: Record<string, string>,
  ) {}

  /**
   * @param prepare makes what must be there before the start, and says which variables follow from it
   * @param owner the process with which it ends, if `stop` does not end it before
   */
  static async start(
    environment: Record<string, string> = {},
    prepare: (home: string) => Promise<Record<string, string>> = () => Promise.resolve({}),
    owner = process.pid,
  ): Promise<World> {
    const home = mkdtempSync(join(tmpdir(), `${worldPrefix}${owner}-`));
    try {
      const given = { TESSERA_PARENT: String(owner), ...environment, ...(await prepare(home)) };
      const env = { TESSERA_SEED: 'none', LOG_LEVEL: 'warn', ...withoutLimits, ...given };
      return new World(await startWorld({ home, env }), given);
    } catch (error) {
      removeWorld(home);
      throw error;
    }
  }

  /** One that somebody else has started and will end; `stop` ends what was added to it by this one. */
  static attach({ home, id }: RunningWorld): World {
    const running = worldIn(home, id);
    return new World({ ...running, stop: () => Promise.resolve(), remove: () => undefined }, {});
  }

  /** For {@link attach} in another process. */
  get running(): RunningWorld {
    return { home: this.started.home, id: this.started.id };
  }

  get home(): string {
    return this.started.home;
  }

  /** Where clients come in, if not at the world's own gateway. */
  door: string | null = null;

  get url(): string {
    return this.door ?? `http://127.0.0.1:${this.started.runtime().ports.gateway}`;
  }

  /** The bus itself, whatever way to it the services were told. */
  get busUrl(): string {
    return this.outside.NATS_URL ?? `nats://127.0.0.1:${this.started.runtime().ports.nats}`;
  }

  /** A service's database itself. */
  databaseUrl(service: string): string {
    const url = new URL(this.environmentOf(service).DATABASE_URL!);
    url.port = String(this.started.runtime().ports.postgres);
    return url.href;
  }

  api(token?: string): Api {
    return new Api(this.url, token);
  }

  get mail(): Mailbox {
    return new Mailbox(`http://127.0.0.1:${this.started.runtime().ports.mailWeb}`);
  }

  /** The root public key that a vendor builds into the product. */
  get rootPublicKey(): string {
    return this.secrets().signing.rootPublicKey;
  }

  private secrets(): { signing: { rootPublicKey: string } } {
    return JSON.parse(readFileSync(join(this.home, 'secrets.json'), 'utf8')) as ReturnType<World['secrets']>;
  }

  pid(name: string): number {
    const found = this.started.runtime().processes.findLast((p) => p.name === name);
    if (!found) throw new Error(`${name} does not run`);
    return found.pid;
  }

  /** Sends a signal to a process of the product. After SIGKILL the supervisor starts it again. */
  signal(name: string, signal: NodeJS.Signals): void {
    process.kill(this.pid(name), signal);
  }

  /** Waits until the gateway sees every service, and as many instances of one as wished. */
  async ready(service?: string, instances = 1): Promise<void> {
    for (const end = Date.now() + 60_000; ; await sleep(100)) {
      const response = await fetch(`${this.url}/readyz`).catch(() => null);
      if (response?.status === 200 && (!service || (await this.instancesOf(service)) >= instances)) return;
      if (Date.now() > end) throw new Error(`not ready: ${await response?.text()}`);
    }
  }

  /** How many the gateway sees; it tells that on its own port alone. */
  private async instancesOf(service: string): Promise<number> {
    const port = this.environmentOf('gateway').HEALTH_PORT;
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    const body = (await response?.json().catch(() => null)) as Readiness | null;
    return body?.parts.fleet.services.find(({ name }) => name === service)?.instances ?? 0;
  }

  /** The environment that a process of the product was given. */
  environmentOf(name: string): Record<string, string> {
    const pairs = readFileSync(`/proc/${this.pid(name)}/environ`, 'utf8')
      .split('\0')
      .filter(Boolean);
    return Object.fromEntries(pairs.map((p) => [p.slice(0, p.indexOf('=')), p.slice(p.indexOf('=') + 1)]));
  }

  /** One more instance of a service, beside the supervised one. */
  async addInstance(name: string, environment: Record<string, string> = {}): Promise<Instance> {
    const instance = await this.started.startInstance(name, environment);
    this.extra.push(instance);
    return instance;
  }

  /** Looks into a service's database, for the checker's ledger and for what no request shows. */
  async query<T = Record<string, unknown>>(
    service: string,
    sql: string,
    parameters: unknown[] = [],
  ): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl(service) });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.extra.map((instance) => instance.stop()));
    await this.started.stop();
    this.started.remove();
  }
}

interface Readiness {
  parts: { fleet: { services: { name: string; instances: number }[] } };
}
