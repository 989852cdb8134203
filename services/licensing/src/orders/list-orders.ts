import { listOrders, type LicenseOrderList, type ListOrders } from '@tessera/contracts';
import { Cursors, Database, Handles, refuse, type RequestContext } from '@tessera/platform';
import { toOrderView } from './license-order.to-view.js';
import { OrdersRepository } from './orders.repository.js';

@Handles(listOrders)
export class ListOrdersHandler {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly orders: OrdersRepository,
  ) {}

  async handle({ limit = 25, cursor }: ListOrders, ctx: RequestContext): Promise<LicenseOrderList> {
    const { role, partnerId } = ctx.person;
    const own = role === 'partner' ? (partnerId ?? refuse('RIGHT_MISSING')) : null;
    const scope = `orders:${own ?? 'all'}`;
    const before = cursor ? (this.cursors.decode(cursor, scope)[0] as string) : null;
    const read = await this.orders.list({ partnerId: own, before, count: limit + 1 }, this.database);
    return this.cursors.page(read, limit, scope, (order) => [order.id], toOrderView);
  }
}
