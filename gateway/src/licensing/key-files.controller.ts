import { Controller } from '@nestjs/common';
import { orderKeyFiles, type OrderKeyFiles } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class KeyFilesController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /key-files', orderKeyFiles, { status: 202 })
  order(@Input() input: OrderKeyFiles, @Ctx() ctx: RequestContext) {
    return this.bus.relay(orderKeyFiles, input, ctx);
  }
}
