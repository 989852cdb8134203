import { Controller, Get, Inject, Res } from '@nestjs/common';
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

  /**
   * Ready with the bus; each service by name, so that an operator sees at once which one is away. Numbers of instances and
   * their versions stand on the health port alone: strangers could look for known weaknesses by them.
   */
  @Get('/readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const bus = this.connection.readiness.ready;
    const seen = await this.fleet.services();
    const states = Object.fromEntries(seen.map(({ name, instances }) => [name, { ready: instances > 0 }]));
    const ready = bus && Object.values(states).every((s) => s.ready);
    reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ready' : 'not_ready', bus: { ready: bus }, services: states };
  }
}
