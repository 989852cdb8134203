import { loadSecrets } from '../../tools/start/5-secrets.mjs';
import { freePorts } from '../../tools/world/ports.mjs';
import { postgresUrl } from '../../tools/world/postgres.mjs';
import { natsUrl } from '../../tools/world/nats.mjs';
import { Proxy } from './proxy.js';

/** The lines of the gateway and of one service, each of which may go bad by itself. */
export class Links {
  gatewayToBus: Proxy;
  supportToBus: Proxy;
  supportToDatabase: Proxy;

  /** @returns the variables of a world whose processes use these lines */
  async prepare(home: string): Promise<Record<string, string>> {
    const [nats, postgres] = (await freePorts(2)) as [number, number];
    this.gatewayToBus = await Proxy.to(nats);
    this.supportToBus = await Proxy.to(nats);
    this.supportToDatabase = await Proxy.to(postgres);
    const { databasePasswords } = await loadSecrets(home);
    return {
      NATS_PORT: String(nats),
      POSTGRES_PORT: String(postgres),
      GATEWAY__NATS_URL: natsUrl(this.gatewayToBus.port),
      SUPPORT__NATS_URL: natsUrl(this.supportToBus.port),
      SUPPORT__DATABASE_URL: postgresUrl({
        port: this.supportToDatabase.port,
        password: databasePasswords.support!,
        user: 'support',
        database: 'support',
      }),
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.gatewayToBus, this.supportToBus, this.supportToDatabase].map((p) => p?.close()));
  }
}
