import { Inject, Injectable } from '@nestjs/common';
import { services } from '@tessera/contracts';
import { BusConnection } from '@tessera/platform';

export interface Instance {
  name: string;
  id: string;
  version: string;
}

export interface ServiceOnBus {
  name: string;
  instances: number;
  versions: string[];
}

/** How long instances have to answer, and how long their answers are used. */
const PING_TIMEOUT_MS = 250;
const CACHE_TTL_MS = 1_000;

/** The instances of services on the bus, by `$SRV.PING`. */
@Injectable()
export class Fleet {
  private asked: { at: number; answer: Promise<Instance[]> } | null = null;

  constructor(@Inject(BusConnection) private readonly connection: BusConnection) {}

  /** One round for all calls within a second, so that probes are no load. */
  instances(): Promise<Instance[]> {
    if (!this.asked || performance.now() - this.asked.at > CACHE_TTL_MS) {
      this.asked = { at: performance.now(), answer: this.ping().catch(() => []) };
    }
    return this.asked.answer;
  }

  /** Every service of the product, with its instances that answer. */
  async services(): Promise<ServiceOnBus[]> {
    const seen = this.connection.connected ? await this.instances() : [];
    return services.map((name) => {
      const own = seen.filter((one) => one.name === name);
      return { name, instances: own.length, versions: [...new Set(own.map((one) => one.version))] };
    });
  }

  private async ping(): Promise<Instance[]> {
    const found: Instance[] = [];
    const answers = await this.connection.nc.requestMany('$SRV.PING', '', {
      strategy: 'timer',
      maxWait: PING_TIMEOUT_MS,
      maxMessages: -1,
    });
    for await (const message of answers) found.push(message.json<Instance>());
    return found;
  }
}
