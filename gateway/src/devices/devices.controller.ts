import { Controller } from '@nestjs/common';
import {
  DisconnectDevice,
  disconnectDevice,
  GetDevice,
  getDevice,
  ListDevices,
  listDevices,
  RenameDevice,
  renameDevice,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class DevicesController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /devices', listDevices)
  list(@Input() input: ListDevices, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listDevices, input, ctx);
  }

  @Route('GET /devices/:id', getDevice, { etag: true })
  get(@Input() input: GetDevice, @Ctx() ctx: RequestContext) {
    return this.bus.ask(getDevice, input, ctx);
  }

  @Route('PATCH /devices/:id', renameDevice, { etag: true })
  rename(@Input() input: RenameDevice, @Ctx() ctx: RequestContext) {
    return this.bus.ask(renameDevice, input, ctx);
  }

  @Route('DELETE /devices/:id', disconnectDevice)
  disconnect(@Input() input: DisconnectDevice, @Ctx() ctx: RequestContext) {
    return this.bus.relay(disconnectDevice, input, ctx);
  }
}
