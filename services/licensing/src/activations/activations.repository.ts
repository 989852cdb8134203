import { Injectable } from '@nestjs/common';
import type { Tx } from '@tessera/platform';
import { deviceLock } from '../licenses/licenses.repository.js';

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

/** The seat of this device, else the first free one; null when there is no row of a free seat. */
const TAKE = `
  with mine as (
    select id from seat where license_id = $2 and fingerprint_hash = $5
  ), free as (
    select slot from seat where license_id = $2 and id is null and not exists (select from mine)
     order by slot limit 1 for update LOCKING
  ), taken as (
    update seat s set id = $4, fingerprint_hash = $5, device_name = $8
      from free where s.license_id = $2 and s.slot = free.slot
    returning s.id
  )
  insert into activation as a
         (id, license_id, entry_id, seat_id, fingerprint_hash, product_id, application_version, token_hash)
  select $1, $2, $3, one.id, $5, $6, $7, $9 from (select id from mine union all select id from taken) as one
      on conflict (license_id, fingerprint_hash, product_id) where ended_at is null
      do update set token_hash = excluded.token_hash, entry_id = excluded.entry_id,
                    application_version = excluded.application_version, version = a.version + 1
  returning id, version`;
const takeUnlocked = TAKE.replace('LOCKING', 'skip locked');
/** Waits for the seats that others hold at the moment: one of them may be given back. */
const takeAny = TAKE.replace('LOCKING', '');

/** Rows of free seats are made so many at a time, so that activations of one license seldom wait for each other. */
const GROWTH = 16;

/**
 * Activations and the seats they take, by plain SQL: this is the path that a whole company uses on Monday morning.
 * The caller holds the lock of the device (LicensesRepository.findForDevice).
 */
@Injectable()
export class ActivationsRepository {
  /** @returns null when all seats are taken */
  async take(a: NewActivation, tx: Tx): Promise<TakenActivation | null> {
    for (;;) {
      const taken = await this.insert(takeUnlocked, a, tx);
      if (taken) return taken;
      if (!(await this.grow(a.licenseId, tx))) return this.insert(takeAny, a, tx);
    }
  }

  private async insert(sql: string, a: NewActivation, tx: Tx): Promise<TakenActivation | null> {
    const [row] = await tx.query<TakenActivation>(sql, [
      a.id,
      a.licenseId,
      a.entryId,
      a.seatId,
      a.fingerprintHash,
      a.productId,
      a.applicationVersion,
      a.deviceName,
      a.tokenHash,
    ]);
    return row ?? null;
  }

  /**
   * Makes rows of free seats above the last one, up to the license's limit.
   * @returns false when the limit was reached before; true also when another one made the same rows meanwhile
   */
  private async grow(licenseId: string, tx: Tx): Promise<boolean> {
    const [seats] = await tx.query<{ reached: boolean }>(
      `with top as (
         select l.seats, coalesce((select max(slot) from seat where license_id = l.id), 0) as slot
           from license l where l.id = $1
       ), grown as (
         insert into seat (license_id, slot, seat_limit)
         select $1, n, top.seats from top, generate_series(top.slot + 1, least(top.slot + $2, top.seats)) as n
             on conflict do nothing
       )
       select top.slot >= top.seats as reached from top`,
      [licenseId, GROWTH],
    );
    return !seats!.reached;
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
