import { Controller, Inject } from '@nestjs/common';
import { foundCompany, FoundCompany } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Sessions } from '../auth/sessions.js';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class CompaniesController {
  constructor(
    private readonly bus: Bus,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** The person's very next request is an owner's; other gateways learn of it by the event. */
  @Route('POST /company', foundCompany, { status: 201 })
  async found(@Input() input: FoundCompany, @Ctx() ctx: RequestContext) {
    const company = await this.bus.ask(foundCompany, input, ctx);
    this.sessions.forget(ctx.userId);
    return company;
  }
}
