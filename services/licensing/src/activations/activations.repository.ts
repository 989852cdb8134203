import { Injectable } from '@nestjs/common';
import { columns, hydrate, type Db, type Tx } from '@tessera/platform';
import { License } from '../licenses/license.entity.js';
import { Activation } from './activation.entity.js';

/** An activation with the facts of its license, as a check needs them. */
export interface ActivationWithLicense {
  activation: Activation;
  /** Without its code, its seats and its entries. */
  license: License;
  companyId: string | null;
}

type Row = Pick<ActivationWithLicense, 'companyId'> & Pick<License, 'readAt'>;

const WITH_LICENSE = `
  select ${columns(Activation, 'a')}, e.company_id as "companyId", now() as "readAt",
         ${columns(License, 'l', ['startsAt', 'expiresAt', 'firstActivatedAt', 'blockedAt', 'supersededBy'])}
    from activation a join license l on l.id = a.license_id join license_entry e on e.id = a.entry_id
   where a.id = any($1::uuid[])`;

const END = `update activation set ended_at = now(), version = version + 1`;
const FREE_SEAT = `
  update seat set id = null, fingerprint_hash = null, device_name = null where license_id = $1 and id = $2`;

/** Activations and the seats that they take. The caller has locked the device. */
@Injectable()
export class ActivationsRepository {
  async withLicenses(ids: readonly string[], db: Db): Promise<ActivationWithLicense[]> {
    const rows = await db.query<Row>(WITH_LICENSE, [ids]);
    return rows.map((row) => ({
      activation: hydrate(Activation, row),
      license: Object.assign(hydrate(License, row), { readAt: row.readAt }),
      companyId: row.companyId,
    }));
  }

  /** Keeps other activations of the same device out until the transaction ends. */
  async lockDevice(licenseId: string, fingerprintHash: Buffer, tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, $2::bigint))', [
      licenseId,
      deviceLock(fingerprintHash),
    ]);
  }

  /** Ends one activation; the seat is free when the device has no other one. @returns null if it has ended before */
  async end(id: string, tx: Tx): Promise<Activation | null> {
    const [row] = await tx.query(
      `${END} where id = $1 and ended_at is null returning ${columns(Activation)}`,
      [id],
    );
    if (!row) return null;
    const ended = hydrate(Activation, row);
    await tx.query(
      `${FREE_SEAT} and not exists (
         select from activation where license_id = $1 and seat_id = $2 and ended_at is null)`,
      [ended.licenseId, ended.seatId],
    );
    return ended;
  }

  /** Ends all activations of a seat and frees it. */
  async endSeat(licenseId: string, seatId: string, tx: Tx): Promise<Activation[]> {
    await tx.query(FREE_SEAT, [licenseId, seatId]);
    const rows = await tx.query(
      `${END} where license_id = $1 and seat_id = $2 and ended_at is null returning ${columns(Activation)}`,
      [licenseId, seatId],
    );
    return rows.map((row) => hydrate(Activation, row));
  }
}

/** The second half of the advisory lock of one device of a license. */
export const deviceLock = (fingerprintHash: Buffer): string => fingerprintHash.readBigInt64BE(0).toString();
