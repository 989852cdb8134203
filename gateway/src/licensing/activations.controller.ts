import { Controller } from '@nestjs/common';
import {
  checkActivation,
  type CheckActivation,
  createActivation,
  type CreateActivation,
  endActivation,
  type EndActivation,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class ActivationsController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /activations', createActivation, { status: 201, machines: true })
  create(@Input() input: CreateActivation, @Ctx() ctx: RequestContext) {
    return this.bus.relay(createActivation, input, ctx);
  }

  @Route('POST /activations/:id/check', checkActivation, { status: 200, bearer: 'token', machines: true })
  check(@Input() input: CheckActivation, @Ctx() ctx: RequestContext) {
    return this.bus.relay(checkActivation, input, ctx);
  }

  @Route('DELETE /activations/:id', endActivation, { bearer: 'token', machines: true })
  end(@Input() input: EndActivation, @Ctx() ctx: RequestContext) {
    return this.bus.relay(endActivation, input, ctx);
  }
}
