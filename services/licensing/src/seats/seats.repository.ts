import { Injectable } from '@nestjs/common';
import { columns, hydrate, type Db } from '@tessera/platform';
import { Seat } from './seat.entity.js';

interface Uses {
  applications: { product: string; version: string }[];
}
type Row = Uses & Record<string, unknown>;
export type TakenSeat = Uses & { [K in keyof Seat]: NonNullable<Seat[K]> };

const SELECT = `
  select ${columns(Seat, 's')},
         (select coalesce(json_agg(json_build_object('product', a.product_id, 'version', a.application_version) order by a.id), '[]')
            from activation a
           where a.license_id = s.license_id and a.seat_id = s.id and a.ended_at is null) as applications
    from seat s`;

/** The taken seats of a license that the caller may see. Ids grow with time, so their order is that of taking. */
@Injectable()
export class SeatsRepository {
  async list(licenseId: string, o: { after: string | null; count: number }, db: Db): Promise<TakenSeat[]> {
    const rows = await db.query<Row>(
      `${SELECT} where s.license_id = $1 and s.id is not null ${o.after ? 'and s.id > $3' : ''} order by s.id limit $2`,
      [licenseId, o.count, ...(o.after ? [o.after] : [])],
    );
    return rows.map(toTaken);
  }

  async find(licenseId: string, seatId: string, db: Db): Promise<TakenSeat | null> {
    const [row] = await db.query<Row>(`${SELECT} where s.license_id = $1 and s.id = $2`, [licenseId, seatId]);
    return row ? toTaken(row) : null;
  }
}

const toTaken = (row: Row): TakenSeat =>
  Object.assign(hydrate(Seat, row), { applications: row.applications }) as TakenSeat;

/** UUIDv7: the first 48 bits are milliseconds since 1970 (RFC 9562, 5.7). */
export const takenAt = (seatId: string): Date => new Date(parseInt(seatId.replace('-', '').slice(0, 12), 16));
