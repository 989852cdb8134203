import { Controller } from '@nestjs/common';
import { createStaffUser, CreateStaffUser, listStaffUsers, ListStaffUsers } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class StaffUsersController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /staff/users', createStaffUser, { status: 201 })
  create(@Input() input: CreateStaffUser, @Ctx() ctx: RequestContext) {
    return this.bus.relay(createStaffUser, input, ctx);
  }

  @Route('GET /staff/users', listStaffUsers)
  list(@Input() input: ListStaffUsers, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listStaffUsers, input, ctx);
  }
}
