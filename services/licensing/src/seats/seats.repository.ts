import { Injectable } from '@nestjs/common';
import type { Db } from '@tessera/platform';

export interface TakenSeat {
  id: string;
  deviceName: string;
  fingerprintHash: Buffer;
  applications: { product: string; version: string }[];
}

const columns = `
  s.id, s.device_name as "deviceName", s.fingerprint_hash as "fingerprintHash",
  (select coalesce(json_agg(json_build_object('product', a.product_id, 'version', a.application_version) order by a.id), '[]')
     from activation a where a.license_id = s.license_id and a.seat_id = s.id and a.ended_at is null) as applications`;

/** The taken seats of a license that the caller may see. Ids grow with time, so their order is that of taking. */
@Injectable()
export class SeatsRepository {
  list(licenseId: string, o: { after: string | null; count: number }, db: Db): Promise<TakenSeat[]> {
    return db.query<TakenSeat>(
      `select ${columns} from seat s where s.license_id = $1 and s.id is not null ${o.after ? 'and s.id > $3' : ''}
        order by s.id limit $2`,
      [licenseId, o.count, ...(o.after ? [o.after] : [])],
    );
  }

  async find(licenseId: string, seatId: string, db: Db): Promise<TakenSeat | null> {
    const [seat] = await db.query<TakenSeat>(
      `select ${columns} from seat s where s.license_id = $1 and s.id = $2`,
      [licenseId, seatId],
    );
    return seat ?? null;
  }
}

/** UUIDv7: the first 48 bits are milliseconds since 1970 (RFC 9562, 5.7). */
export const takenAt = (seatId: string): Date => new Date(parseInt(seatId.replace('-', '').slice(0, 12), 16));
