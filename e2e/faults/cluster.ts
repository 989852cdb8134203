import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import '@tessera/contracts';
import { natsServerConfig } from '@tessera/platform';
import { loadSecrets } from '../../tools/start/5-secrets.mjs';
import { natsPart, natsUrl } from '../../tools/world/nats.mjs';
import { freePorts } from '../../tools/world/ports.mjs';
import { launchReady, type Part, type Running } from '../../tools/world/processes.mjs';
import { until } from './waiting.js';

const SERVERS = 3;
const PASSWORD = 'of-this-run-alone';

/** Three NATS servers on loopback that hold every stream three times, with the configuration that production has. */
export class Cluster {
  private parts: Part[] = [];
  private readonly running: Running[] = [];
  private seed = '';
  url = '';

  /** @returns the variables of a world whose processes know all three */
  async prepare(home: string): Promise<Record<string, string>> {
    const { nkeys } = await loadSecrets(home);
    this.seed = nkeys.admin!.seed;
    const users = Object.fromEntries(Object.entries(nkeys).map(([name, key]) => [name, key.publicKey]));
    const ports = await freePorts(2 * SERVERS);
    const [clients, servers] = [ports.slice(0, SERVERS), ports.slice(SERVERS)];
    const routes = servers.map((port) => `nats-route://tessera:${PASSWORD}@127.0.0.1:${port}`);
    this.parts = await Promise.all(
      clients.map((port, n) => {
        const dir = join(home, `nats-${n}`);
        const cluster = { port: servers[n]!, routes, password: PASSWORD };
        const own = { host: '127.0.0.1', port, storeDir: dir, serverName: `nats-${n}` };
        const config = natsServerConfig({ ...own, users, cluster });
        return natsPart({ dir, port, config, logFile: join(home, 'logs', `nats-${n}.log`) });
      }),
    );
    for (const n of this.parts.keys()) await this.start(n);
    this.url = clients.map(natsUrl).join(',');
    await until(() => this.hasLeader(), 30_000);
    return { NATS_URL: this.url, STREAM_REPLICAS: String(SERVERS) };
  }

  async start(n: number): Promise<void> {
    this.running[n] = await launchReady(this.parts[n]!);
  }

  async kill(n: number): Promise<void> {
    process.kill(this.running[n]!.pid, 'SIGKILL');
    await this.running[n]!.exited;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((server) => server.stop()));
  }

  /** The server that leads a stream, by its number. */
  async leaderOf(stream: string): Promise<number> {
    const { cluster } = await this.manage((m) => m.streams.info(stream));
    return Number(/^nats-(\d)$/.exec(cluster!.leader!)![1]);
  }

  /** Whether every stream has three copies that are up to date. */
  async isWhole(): Promise<boolean> {
    const streams = await this.manage((m) => m.streams.list().next());
    return streams.every(
      ({ cluster }) =>
        cluster?.replicas?.length === SERVERS - 1 && cluster.replicas.every((r) => r.current && !r.offline),
    );
  }

  private async hasLeader(): Promise<boolean> {
    await this.manage((m) => m.getAccountInfo());
    return true;
  }

  private async manage<T>(
    work: (manager: Awaited<ReturnType<typeof jetstreamManager>>) => Promise<T>,
  ): Promise<T> {
    const nats = await connect({
      servers: this.url.split(','),
      authenticator: nkeyAuthenticator(new TextEncoder().encode(this.seed)),
      maxReconnectAttempts: 3,
    });
    try {
      return await work(await jetstreamManager(nats, { checkAPI: false, timeout: 3_000 }));
    } finally {
      await nats.close();
    }
  }
}
