import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import '@tessera/contracts';
import { busMigrate, natsServerConfig } from '@tessera/platform';
import pg from 'pg';
import { readCompose, type Container } from '../../tools/compose.mjs';
import { root } from '../../tools/start/settings.mjs';
import { startNats } from '../../tools/world/nats.mjs';
import { freePorts } from '../../tools/world/ports.mjs';
import { startPostgres, unsafeButFast } from '../../tools/world/postgres.mjs';
import { fingerprint, launch, type Part, type Running } from '../../tools/world/processes.mjs';
import { writeRuntime, type Runtime } from '../../tools/world/record.mjs';
import { run } from '../../tools/world/run.mjs';

/** Makes the roles and databases on a fresh server, with the passwords by service. */
export type MakeDatabases = (adminUrl: string, passwords: Record<string, string>) => Promise<void>;

/**
 * Postgres and NATS as they stand in production, and nothing of ours: one role, one database and one bus user a service,
 * with the secrets of tools/compose-env.mjs. What a spec starts there gets the environment of docker-compose.yml.
 */
export class BareWorld {
  private readonly stops: (() => Promise<void>)[] = [];
  private readonly runtime: Runtime;
  private postgresPort = 0;
  natsUrl = '';

  private constructor(
    readonly dir: string,
    readonly variables: Record<string, string>,
    private readonly containers: Record<string, Container>,
  ) {
    this.runtime = {
      state: 'starting',
      supervisor: { pid: process.pid, fingerprint: fingerprint(process.pid) ?? '' },
      processes: [],
      ports: {},
      urls: {},
      paths: { home: dir },
    };
    this.note();
  }

  static async start(makeDatabases: MakeDatabases = databasesOfCompose): Promise<BareWorld> {
    const made = await run(process.execPath, [join(root, 'tools/compose-env.mjs'), '--print'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (made.code !== 0) throw new Error('tools/compose-env.mjs failed');
    const variables = parseEnv(made.output) as Record<string, string>;
    // The name by which the next run of the tests finds and removes what a killed run has left.
    const dir = mkdtempSync(join(tmpdir(), 'tessera-test-'));
    chmodSync(dir, 0o755); // Postgres runs as another user where we are root
    const world = new BareWorld(dir, variables, readCompose(variables).services);
    try {
      await world.startServers(makeDatabases);
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  private async startServers(makeDatabases: MakeDatabases): Promise<void> {
    const [postgresPort, natsPort] = (await freePorts(2)) as [number, number];
    this.postgresPort = postgresPort;
    const postgres = await startPostgres({
      dir: join(this.dir, 'postgres'),
      port: postgresPort,
      password: this.variables.POSTGRES_PASSWORD!,
      logFile: join(this.dir, 'postgres.log'),
      settings: unsafeButFast,
    });
    this.note({ name: 'postgres', ...postgres });
    await makeDatabases(postgres.url, this.passwords());
    const storeDir = join(this.dir, 'nats');
    const users = JSON.parse(this.variables.NATS_USERS!) as Record<string, string>;
    const config = natsServerConfig({ host: '127.0.0.1', port: natsPort, storeDir, users });
    const nats = await startNats({
      dir: storeDir,
      port: natsPort,
      config,
      logFile: join(this.dir, 'nats.log'),
    });
    this.note({ name: 'nats', ...nats });
    this.natsUrl = nats.url;
    await busMigrate({ url: nats.url, nkeySeed: this.seedOf('admin') });
  }

  /** What docker-compose.yml gives a container, with the addresses of here. */
  environmentOf(name: string): Record<string, string> {
    const { DATABASE_URL: url, ...given } = this.containers[name]!.environment!;
    return {
      ...given,
      NATS_URL: this.natsUrl,
      LOG_LEVEL: 'warn',
      ...(url && { DATABASE_URL: url.replace('@postgres:5432/', `@127.0.0.1:${this.postgresPort}/`) }),
    };
  }

  /** Where `role` would find `database`, allowed or not. */
  databaseUrl(role: string, database = role): string {
    return `postgres://${role}:${this.variables[`PASSWORD_${role.toUpperCase()}`]}@127.0.0.1:${this.postgresPort}/${database}`;
  }

  /** A connection to the bus with the credentials of a service, `gateway` or `admin`. */
  connect(user: string): Promise<NatsConnection> {
    return this.connectAs(user, this.seedOf(user));
  }

  /** The same with any seed, or with none. */
  async connectAs(user: string, seed?: string): Promise<NatsConnection> {
    const authenticator = seed ? { authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)) } : {};
    const nc = await connect({
      servers: this.natsUrl,
      name: user,
      inboxPrefix: `_INBOX_${user}`,
      reconnect: false,
      ...authenticator,
    });
    this.stops.push(() => nc.close());
    return nc;
  }

  /** Starts a program that ends with this world; its environment is `part.env` and nothing else. */
  async launch(part: Omit<Part, 'logFile'>): Promise<Running & { log: () => string }> {
    const logFile = join(this.dir, `${part.name}.log`);
    const running = await launch({ ...part, logFile }, (r) => this.note(r));
    return { ...running, log: () => readFileSync(logFile, 'utf8') };
  }

  /** Stops and removes everything, also after a start that failed halfway. */
  async stop(): Promise<void> {
    for (const stop of this.stops.reverse()) await stop();
    rmSync(this.dir, { recursive: true, force: true });
  }

  seedOf(user: string): string {
    return this.variables[`NATS_NKEY_SEED_${user.toUpperCase()}`]!;
  }

  private passwords(): Record<string, string> {
    const found = Object.entries(this.variables).flatMap(([name, value]) => {
      const [, service] = /^PASSWORD_(?!PEPPER$)(\w+)$/.exec(name) ?? [];
      return service ? [[service.toLowerCase(), value]] : [];
    });
    return Object.fromEntries(found) as Record<string, string>;
  }

  private note(started?: {
    name: string;
    pid: number;
    fingerprint: string;
    stop: () => Promise<void>;
  }): void {
    if (started) {
      this.runtime.processes.push({ name: started.name, pid: started.pid, fingerprint: started.fingerprint });
      this.stops.push(started.stop);
    }
    writeRuntime(this.dir, this.runtime);
  }
}

/** infra/postgres/databases.sql, as psql runs it in the database's container. */
export const databasesOfCompose: MakeDatabases = async (adminUrl, passwords) => {
  const sql = readFileSync(join(root, 'infra/postgres/databases.sql'), 'utf8').replace(/^--.*$/gm, '');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const filled = sql.replace(/:'(\w+)'/g, (_, name: string) => admin.escapeLiteral(passwords[name]!));
    // One by one: a database cannot be made inside a transaction, which several statements at once would be.
    for (const statement of filled.split(';').filter((s) => s.trim())) await admin.query(statement);
  } finally {
    await admin.end();
  }
};
