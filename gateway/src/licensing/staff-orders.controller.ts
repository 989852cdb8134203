import { Controller } from '@nestjs/common';
import { createOrder, type CreateOrder, listOrders, type ListOrders } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class StaffOrdersController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /staff/orders', createOrder, { status: 201 })
  create(@Input() input: CreateOrder, @Ctx() ctx: RequestContext) {
    return this.bus.relay(createOrder, input, ctx);
  }

  @Route('GET /staff/orders', listOrders)
  list(@Input() input: ListOrders, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listOrders, input, ctx);
  }
}
