import { Injectable } from '@nestjs/common';
import type { Tx } from '@tessera/platform';
import { deviceLock } from '../licenses/license-lookup.repository.js';
import { COLUMNS, TAKE_ANY_SEATS, TAKE_UNLOCKED_SEATS, type TakenSeat } from './batch/take-seats.sql.js';

export interface NewActivation {
  id: string;
  licenseId: string;
  entryId: string;
  /** Used only if the device has no seat yet. */
  seatId: string;
  fingerprintHash: Buffer;
  productId: string;
  applicationVersion: string;
  deviceName: string;
  tokenHash: Buffer;
}

export interface TakenActivation {
  /** The new one's id, or that of the activation which the device has already. */
  id: string;
  version: number;
}

/**
 * Activations and the seats they take, by plain SQL: this is the path that a whole company uses on Monday morning.
 * The caller holds the locks of the devices (LicenseLookup.findForDevices).
 */
@Injectable()
export class ActivationsRepository {
  /**
   * Activates devices, none of them twice, in one statement.
   * @returns what each has now; null for those for whom no seat was left
   */
  async take(wanted: readonly NewActivation[], tx: Tx): Promise<(TakenActivation | null)[]> {
    const taken = new Map<NewActivation, TakenActivation | null>();
    // At first past the seats that others hold at the moment; then waiting for them: one may be given back.
    for (let look = TAKE_UNLOCKED_SEATS; taken.size < wanted.length; look = TAKE_ANY_SEATS) {
      const left = wanted.filter((one) => !taken.has(one));
      for (const { n, id, version, full } of await this.look(look, left, tx)) {
        if (id) taken.set(left[n - 1]!, { id, version });
        else if (full && look === TAKE_ANY_SEATS) taken.set(left[n - 1]!, null);
      }
    }
    return wanted.map((one) => taken.get(one)!);
  }

  private look(sql: string, wanted: readonly NewActivation[], tx: Tx): Promise<TakenSeat[]> {
    return tx.query<TakenSeat>(
      sql,
      COLUMNS.map((name) => wanted.map((one) => one[name])),
    );
  }

  /** Of the first activations of a license one makes it active. @returns the license's new version, or null */
  async markActivated(licenseId: string, tx: Tx): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      `update license set first_activated_at = now(), version = version + 1
        where id = $1 and first_activated_at is null returning version`,
      [licenseId],
    );
    return row?.version ?? null;
  }

  /** Keeps other activations of the same device out until the transaction ends. */
  async lockDevice(licenseId: string, fingerprintHash: Buffer, tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, $2::bigint))', [
      licenseId,
      deviceLock(fingerprintHash),
    ]);
  }

  /** Ends one activation; the seat is free when the device has no other one. @returns null if it has ended before */
  async end(id: string, tx: Tx): Promise<TakenActivation | null> {
    const [ended] = await tx.query<TakenActivation & { licenseId: string; seatId: string }>(
      `update activation set ended_at = now(), version = version + 1 where id = $1 and ended_at is null
       returning id, version, license_id as "licenseId", seat_id as "seatId"`,
      [id],
    );
    if (!ended) return null;
    await tx.query(
      `${FREE} and not exists (
         select from activation where license_id = $1 and seat_id = $2 and ended_at is null)`,
      [ended.licenseId, ended.seatId],
    );
    return ended;
  }

  /** Ends all activations of a seat and frees it. */
  async endSeat(licenseId: string, seatId: string, tx: Tx): Promise<TakenActivation[]> {
    await tx.query(FREE, [licenseId, seatId]);
    return tx.query<TakenActivation>(
      `update activation set ended_at = now(), version = version + 1
        where license_id = $1 and seat_id = $2 and ended_at is null returning id, version`,
      [licenseId, seatId],
    );
  }
}

const FREE = `update seat set id = null, fingerprint_hash = null, device_name = null where license_id = $1 and id = $2`;
