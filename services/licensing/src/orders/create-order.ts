import { Inject } from '@nestjs/common';
import { createOrder, type CreatedOrder, type CreateOrder } from '@tessera/contracts';
import { CONFIG, Handles, refuse, Transaction, uuidv7, type RequestContext } from '@tessera/platform';
import { Audit } from '../audit/audit.js';
import { Catalogue, type OfferedProduct } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import type { LicenseOrder } from './license-order.entity.js';
import { MintedLicenses } from './minted-licenses.js';
import { OrdersRepository, type NewOrder } from './orders.repository.js';

const DAY = 86_400_000;

@Handles(createOrder)
export class CreateOrderHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly catalogue: Catalogue,
    private readonly orders: OrdersRepository,
    private readonly minted: MintedLicenses,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(input: CreateOrder, ctx: RequestContext): Promise<CreatedOrder> {
    const product = (await this.catalogue.all()).get(input.productId) ?? refuse('PRODUCT_UNKNOWN');
    const order = this.orderOf(input, product, ctx);
    const licenses = await this.minted.mint(input.quantity);
    return this.transaction.run(ctx, async (tx) => {
      const orderNumber = await this.orders.insert(order, tx);
      await this.minted.insert(order, licenses, product.coveredIds, tx);
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

  private orderOf(input: CreateOrder, product: OfferedProduct, ctx: RequestContext): NewOrder {
    const startsAt = input.startsAt ? new Date(input.startsAt) : new Date();
    const expiresAt = new Date(startsAt.getTime() + input.termDays * DAY);
    this.requireSignable(expiresAt);
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

  /** A key file of a license that outlives the product key could never be signed. */
  private requireSignable(expiresAt: Date): void {
    const { notAfter } = this.config.productKey.certificate;
    if (expiresAt <= new Date(notAfter)) return;
    refuse('TERM_NOT_SIGNABLE', {
      detail: `The product key is valid until ${notAfter}.`,
      params: { notAfter },
    });
  }
}

/** A partner orders for itself alone. @throws Refusal RIGHT_MISSING */
function partnerOf(input: CreateOrder, ctx: RequestContext): LicenseOrder['partnerId'] {
  if (ctx.person.role !== 'partner') return input.partnerId ?? null;
  const own = ctx.person.partnerId ?? refuse('RIGHT_MISSING');
  if (input.partnerId && input.partnerId !== own) refuse('RIGHT_MISSING');
  return own;
}
