import { Controller } from '@nestjs/common';
import { OpenSession, openSession, SyncDevice, syncDevice } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';
import { CheckIns } from './check-ins.js';

/** The device's session, see also agent.routes.ts; `GET /agent/connect` is a WebSocket, see agent-sockets.ts. */
@Controller()
export class AgentController {
  constructor(
    private readonly bus: Bus,
    private readonly checkIns: CheckIns,
  ) {}

  @Route('POST /agent/session', openSession, { tag: 'agent', tolerant: true, machines: true })
  session(@Input() input: OpenSession, @Ctx() ctx: RequestContext) {
    return this.checkIns.opened(this.bus.ask(openSession, input, ctx));
  }

  @Route('POST /agent/sync', syncDevice, { tag: 'agent', tolerant: true, machines: true, fromMemory: true })
  sync(@Input() input: SyncDevice, @Ctx() ctx: RequestContext) {
    return this.checkIns.sync(input, ctx);
  }
}
