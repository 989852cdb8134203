import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '@tessera/platform';
import type { LicenseOrder } from './license-order.entity.js';

export type NewOrder = Omit<LicenseOrder, 'orderNumber' | 'createdAt' | 'version'>;

const columns = `
  id, order_number as "orderNumber", company_name as "companyName", product_id as "productId", seats,
  term_days as "termDays", kind, quantity, partner_id as "partnerId", starts_at as "startsAt",
  expires_at as "expiresAt", created_by as "createdBy", created_at as "createdAt", version`;

@Injectable()
export class OrdersRepository {
  /** @returns the order number, e.g. `2026-000123` */
  async insert(o: NewOrder, tx: Tx): Promise<string> {
    const [row] = await tx.query<{ orderNumber: string }>(
      `insert into license_order (id, order_number, company_name, product_id, seats, term_days, kind, quantity,
                                  partner_id, starts_at, expires_at, created_by)
       select $1, to_char(now() at time zone 'utc', 'YYYY') || '-' || lpad(n::text, greatest(6, length(n::text)), '0'),
              $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
         from nextval('order_number') as n
       returning order_number as "orderNumber"`,
      [
        o.id,
        o.companyName,
        o.productId,
        o.seats,
        o.termDays,
        o.kind,
        o.quantity,
        o.partnerId,
        o.startsAt,
        o.expiresAt,
        o.createdBy,
      ],
    );
    return row!.orderNumber;
  }

  /** The latest first. @param partnerId only this partner's */
  async list(
    o: { partnerId: string | null; before: string | null; count: number },
    db: Db,
  ): Promise<LicenseOrder[]> {
    const conditions = [
      ...(o.partnerId ? ['partner_id = $2'] : []),
      ...(o.before ? [`id < $${o.partnerId ? 3 : 2}`] : []),
    ];
    return db.query<LicenseOrder>(
      `select ${columns} from license_order ${conditions.length ? `where ${conditions.join(' and ')}` : ''}
        order by id desc limit $1`,
      [o.count, ...(o.partnerId ? [o.partnerId] : []), ...(o.before ? [o.before] : [])],
    );
  }
}
