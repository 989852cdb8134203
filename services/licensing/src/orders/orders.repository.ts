import { Injectable } from '@nestjs/common';
import { repositoryOf, uuidv7, type Db, type Tx } from '@tessera/platform';
import { LessThan } from 'typeorm';
import { LicenseOrder } from './license-order.entity.js';
import type { MintedLicense } from './minted-licenses.js';

export type NewOrder = Omit<LicenseOrder, 'orderNumber' | 'createdAt' | 'version'>;

/** The next order number, e.g. `2026-000123`. */
const NEXT_ORDER_NUMBER = `(
  select to_char(now() at time zone 'utc', 'YYYY') || '-' || lpad(n::text, greatest(6, length(n::text)), '0')
    from nextval('order_number') as n)`;

/**
 * Serial numbers count through all 2³² in an order that shows no count: an odd factor permutes the numbers modulo 2³²,
 * so none comes twice.
 */
const NEXT_SERIAL_NUMBER = `upper(lpad(to_hex((nextval('license_serial') * 2654435761 + 1013904223) % 4294967296), 8, '0'))`;

@Injectable()
export class OrdersRepository {
  /** @returns the order number */
  async insert(order: NewOrder, tx: Tx): Promise<string> {
    const insertion = repositoryOf(tx, LicenseOrder).createQueryBuilder().insert();
    const { raw } = await insertion
      .values({ ...order, orderNumber: () => NEXT_ORDER_NUMBER })
      .returning(['orderNumber'])
      .execute();
    return (raw as [{ order_number: string }])[0].order_number;
  }

  /** The licenses of an order with an entry for each product: two statements, whatever their number (VND-002). */
  async insertLicenses(
    order: NewOrder,
    licenses: readonly MintedLicense[],
    productIds: string[],
    tx: Tx,
  ): Promise<void> {
    await tx.query(
      `insert into license (id, order_id, code_lookup, code_sealed, code_tail, serial_number, seats, starts_at, expires_at)
       select n.id, $1, n.lookup, n.sealed, n.tail, ${NEXT_SERIAL_NUMBER}, $2, $3, $4
         from unnest($5::uuid[], $6::bytea[], $7::bytea[], $8::text[]) as n (id, lookup, sealed, tail)`,
      [
        order.id,
        order.seats,
        order.startsAt,
        order.expiresAt,
        licenses.map((l) => l.id),
        licenses.map((l) => l.lookup),
        licenses.map((l) => l.sealed),
        licenses.map((l) => l.code.slice(-5)),
      ],
    );
    const entries = licenses.flatMap((l) =>
      productIds.map((productId, at) => ({ id: uuidv7(), licenseId: l.id, productId, position: at + 1 })),
    );
    await tx.query(
      `insert into license_entry (id, license_id, product_id, position, expires_at)
       select n.id, n.license_id, n.product_id, n.position, $1
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) as n (id, license_id, product_id, position)`,
      [
        order.expiresAt,
        entries.map((e) => e.id),
        entries.map((e) => e.licenseId),
        entries.map((e) => e.productId),
        entries.map((e) => e.position),
      ],
    );
  }

  /** The latest first. @param partnerId only this partner's */
  list(
    { partnerId, before, count }: { partnerId: string | null; before: string | null; count: number },
    db: Db,
  ): Promise<LicenseOrder[]> {
    return repositoryOf(db, LicenseOrder).find({
      where: { ...(partnerId && { partnerId }), ...(before && { id: LessThan(before) }) },
      order: { id: 'desc' },
      take: count,
    });
  }
}
