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

/** How long instances have to answer, and how long the answer is good for; milliseconds. */
const WAIT_MS = 250;
const FRESH_MS = 1_000;

/** Who is on the bus, by `$SRV.PING`. */
@Injectable()
export class Fleet {
  private asked: { at: number; answer: Promise<Instance[]> } | null = null;

  constructor(@Inject(BusConnection) private readonly connection: BusConnection) {}

  /** One round for all who ask within a second: a probe may not become a load. */
  instances(): Promise<Instance[]> {
    if (!this.asked || performance.now() - this.asked.at > FRESH_MS) {
      this.asked = { at: performance.now(), answer: this.ping().catch(() => []) };
    }
    return this.asked.answer;
  }

  /** Every service that there is to be, with its instances that answer. */
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
      maxWait: WAIT_MS,
      maxMessages: -1,
    });
    for await (const message of answers) found.push(message.json<Instance>());
    return found;
  }
}
