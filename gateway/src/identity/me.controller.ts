import { Controller } from '@nestjs/common';
import { Empty, getMe, updateMe, UpdateMe } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class MeController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /me', getMe, { etag: true })
  get(@Input() input: Empty, @Ctx() ctx: RequestContext) {
    return this.bus.ask(getMe, input, ctx);
  }

  @Route('PATCH /me', updateMe, { etag: true })
  update(@Input() input: UpdateMe, @Ctx() ctx: RequestContext) {
    return this.bus.ask(updateMe, input, ctx);
  }
}
