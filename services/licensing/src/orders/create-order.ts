import { createOrder, type CreatedOrder, type CreateOrder } from '@tessera/contracts';
import { Handles, refuse, Transaction, uuidv7, type RequestContext } from '@tessera/platform';
import { Audit } from '../audit/audit.repository.js';
import { Catalogue, type OfferedProduct } from '../catalogue/catalogue.js';
import type { LicenseOrder } from './license-order.entity.js';
import { MintedLicenses } from './minted-licenses.js';
import { OrdersRepository, type NewOrder } from './orders.repository.js';
import { SellableOrders } from './sellable-orders.js';

const DAY_MS = 86_400_000;

@Handles(createOrder)
export class CreateOrderHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly catalogue: Catalogue,
    private readonly orders: OrdersRepository,
    private readonly minted: MintedLicenses,
    private readonly audit: Audit,
    private readonly sellable: SellableOrders,
  ) {}

  async handle(input: CreateOrder, ctx: RequestContext): Promise<CreatedOrder> {
    const product = (await this.catalogue.all()).get(input.productId) ?? refuse('PRODUCT_UNKNOWN');
    const order = orderOf(input, product, ctx);
    await this.sellable.require(order, product);
    const licenses = await this.minted.mint(input.quantity);
    return this.transaction.run(ctx, async (tx) => {
      const orderNumber = await this.orders.insert(order, tx);
      await this.orders.insertLicenses(order, licenses, product.coveredIds, tx);
      await this.audit.record(
        {
          action: 'order.created',
          subjectId: order.id,
          details: { orderNumber, quantity: order.quantity, seats: order.seats, partnerId: order.partnerId },
        },
        tx,
      );
      return {
        id: order.id,
        orderNumber,
        productId: product.id,
        activationCodes: licenses.map((l) => l.code),
      };
    });
  }
}

function orderOf(input: CreateOrder, product: OfferedProduct, ctx: RequestContext): NewOrder {
  const startsAt = input.startsAt ? new Date(input.startsAt) : new Date();
  const expiresAt = new Date(startsAt.getTime() + input.termDays * DAY_MS);
  return {
    id: uuidv7(),
    companyName: input.companyName.trim(),
    productId: product.id,
    seats: input.seats,
    termDays: input.termDays,
    kind: input.kind,
    quantity: input.quantity,
    partnerId: partnerOf(input, ctx),
    startsAt,
    expiresAt,
    createdBy: ctx.userId,
  };
}

/** A partner orders for itself alone. @throws Refusal RIGHT_MISSING */
function partnerOf(input: CreateOrder, ctx: RequestContext): LicenseOrder['partnerId'] {
  if (ctx.person.role !== 'partner') return input.partnerId ?? null;
  const own = ctx.person.partnerId ?? refuse('RIGHT_MISSING');
  if (input.partnerId && input.partnerId !== own) refuse('RIGHT_MISSING');
  return own;
}
