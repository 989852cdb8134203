import { Controller, Get, Inject, Res } from '@nestjs/common';
import { services } from '@tessera/contracts';
import { BusConnection } from '@tessera/platform';
import type { FastifyReply } from 'fastify';
import { Open } from '../http/open.js';
import { Fleet } from './fleet.js';

/** Life and readiness on the public port; the figures are on the health port alone. */
@Open()
@Controller()
export class HealthController {
  constructor(
    @Inject(BusConnection) private readonly connection: BusConnection,
    private readonly fleet: Fleet,
  ) {}

  @Get('/healthz')
  alive(): object {
    return { status: 'alive' };
  }

  /** Ready with the bus; each service by name, so that an operator sees at once which one is away. */
  @Get('/readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    // What is not permitted stands at the health port alone: this one answers strangers.
    const bus = this.connection.readiness.ready;
    const seen = this.connection.connected ? await this.fleet.instances() : [];
    const states = Object.fromEntries(
      services.map((name) => {
        const instances = seen.filter((i) => i.name === name);
        return [
          name,
          {
            ready: instances.length > 0,
            instances: instances.length,
            versions: [...new Set(instances.map((i) => i.version))],
          },
        ];
      }),
    );
    const ready = bus && Object.values(states).every((s) => s.ready);
    reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ready' : 'not_ready', bus: { ready: bus }, services: states };
  }
}
