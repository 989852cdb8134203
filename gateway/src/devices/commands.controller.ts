import { Controller } from '@nestjs/common';
import {
  CancelCommand,
  cancelCommand,
  ListCommands,
  listCommands,
  SendCommand,
  sendCommand,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class CommandsController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /devices/:id/commands', sendCommand, { status: 202 })
  send(@Input() input: SendCommand, @Ctx() ctx: RequestContext) {
    return this.bus.relay(sendCommand, input, ctx);
  }

  @Route('GET /devices/:id/commands', listCommands)
  list(@Input() input: ListCommands, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listCommands, input, ctx);
  }

  @Route('POST /commands/:id/cancel', cancelCommand, { status: 202 })
  cancel(@Input() input: CancelCommand, @Ctx() ctx: RequestContext) {
    return this.bus.relay(cancelCommand, input, ctx);
  }
}
