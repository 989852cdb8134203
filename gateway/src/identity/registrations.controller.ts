import { Controller } from '@nestjs/common';
import { activate, Activate, inspectLink, InspectLink, register, Register } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class RegistrationsController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /auth/register', register, { status: 202 })
  register(@Input() input: Register, @Ctx() ctx: RequestContext) {
    return this.bus.relay(register, input, ctx);
  }

  @Route('POST /auth/activate', activate, { lane: 'passwords' })
  activate(@Input() input: Activate, @Ctx() ctx: RequestContext) {
    return this.bus.relay(activate, input, ctx);
  }

  @Route('POST /auth/links/inspect', inspectLink)
  inspect(@Input() input: InspectLink, @Ctx() ctx: RequestContext) {
    return this.bus.relay(inspectLink, input, ctx);
  }
}
