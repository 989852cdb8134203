import { Controller } from '@nestjs/common';
import {
  Empty,
  EnrollDevice,
  enrollDevice,
  makeChallenge,
  OpenSession,
  openSession,
  SyncDevice,
  syncDevice,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';
import { CheckIns } from './check-ins.js';

/** The device's side; `GET /agent/connect` is a WebSocket, see agent-sockets.ts. */
@Controller()
export class AgentController {
  constructor(
    private readonly bus: Bus,
    private readonly checkIns: CheckIns,
  ) {}

  @Route('POST /agent/enroll', enrollDevice, { status: 201, tag: 'agent', tolerant: true, machines: true })
  enroll(@Input() input: EnrollDevice, @Ctx() ctx: RequestContext) {
    return this.bus.relay(enrollDevice, input, ctx);
  }

  @Route('POST /agent/challenge', makeChallenge, { tag: 'agent', tolerant: true, machines: true })
  challenge(@Input() input: Empty, @Ctx() ctx: RequestContext) {
    return this.bus.relay(makeChallenge, input, ctx);
  }

  @Route('POST /agent/session', openSession, { tag: 'agent', tolerant: true, machines: true })
  session(@Input() input: OpenSession, @Ctx() ctx: RequestContext) {
    return this.checkIns.opened(this.bus.ask(openSession, input, ctx));
  }

  @Route('POST /agent/sync', syncDevice, { tag: 'agent', tolerant: true, machines: true, fromMemory: true })
  sync(@Input() input: SyncDevice, @Ctx() ctx: RequestContext) {
    return this.checkIns.sync(input, ctx);
  }
}
