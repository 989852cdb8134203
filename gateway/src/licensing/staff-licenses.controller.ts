import { Controller } from '@nestjs/common';
import {
  blockLicense,
  type BlockLicense,
  listStaffLicenses,
  type ListStaffLicenses,
  unblockLicense,
  type UnblockLicense,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class StaffLicensesController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /staff/licenses', listStaffLicenses)
  list(@Input() input: ListStaffLicenses, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listStaffLicenses, input, ctx);
  }

  @Route('POST /staff/licenses/:id/block', blockLicense, { status: 200 })
  block(@Input() input: BlockLicense, @Ctx() ctx: RequestContext) {
    return this.bus.relay(blockLicense, input, ctx);
  }

  @Route('POST /staff/licenses/:id/unblock', unblockLicense, { status: 200 })
  unblock(@Input() input: UnblockLicense, @Ctx() ctx: RequestContext) {
    return this.bus.relay(unblockLicense, input, ctx);
  }
}
