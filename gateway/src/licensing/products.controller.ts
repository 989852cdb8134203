import { Controller } from '@nestjs/common';
import { type Empty, listProducts } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class ProductsController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /products', listProducts)
  list(@Input() input: Empty, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listProducts, input, ctx);
  }
}
