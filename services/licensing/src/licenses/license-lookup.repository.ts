import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '@tessera/platform';
import type { LicenseCredential } from '../codes/license-credential.js';
import { LicenseEntry } from './license-entry.entity.js';
import { License } from './license.entity.js';

export const licenseColumns = `
  l.id, l.order_id as "orderId", l.code_lookup as "codeLookup", l.code_sealed as "codeSealed", l.code_tail as "codeTail",
  l.serial_number as "serialNumber", l.seats, l.starts_at as "startsAt", l.expires_at as "expiresAt",
  l.first_activated_at as "firstActivatedAt", l.blocked_at as "blockedAt", l.block_reason as "blockReason",
  l.superseded_by as "supersededBy", l.version, now() as "readAt"`;

export const entryColumns = `
  e.id as "entryId", e.license_id as "licenseId", e.product_id as "productId", e.position, e.company_id as "companyId",
  e.added_at as "addedAt", e.added_by as "addedBy", e.added_with as "addedWith"`;

export type LicenseRow = License & Omit<LicenseEntry, 'id'> & { entryId: string };

/** A device that an application on it is to be activated on, by the license that it shows. */
export interface DeviceToActivate {
  credential: LicenseCredential;
  fingerprintHash: Buffer;
}

const FOR_DEVICES = `
  with asked as (
    select a.n::int, a.device, coalesce(l.id, e.license_id) as license_id
      from unnest($1::bytea[], $2::uuid[], $3::bigint[]) with ordinality as a (code, entry, device, n)
      left join license l on l.code_lookup = a.code
      left join license_entry e on e.id = a.entry
  ), held as materialized (
    select n, license_id, pg_advisory_xact_lock(hashtextextended(license_id::text, device))
      from (select * from asked where license_id is not null order by license_id, device) as one
  )
  select held.n, ${licenseColumns}, ${entryColumns}
    from held join license l on l.id = held.license_id join license_entry e on e.license_id = l.id
   order by held.n, e.position`;

/**
 * Licenses found by what somebody shows, or by staff: whose they are is not asked. What belongs to a company is read
 * through LicensesRepository.
 */
@Injectable()
export class LicenseLookup {
  /**
   * The license with all its entries, held until the transaction ends. Read after the lock and not with it: what the
   * holder before us did to the entries would not be in the snapshot of a statement that waited.
   */
  async lock(credential: LicenseCredential, tx: Tx): Promise<License | null> {
    const [held] = await tx.query<{ id: string }>(
      `select l.id from license l where ${conditions[credential.by]} for no key update`,
      [keyOf(credential)],
    );
    return held ? this.findById(held.id, tx) : null;
  }

  /** As {@link lock}, by the id that the API gives a license. */
  async lockEntry(entryId: string, tx: Tx): Promise<License | null> {
    return this.lock({ by: 'key_file', entryId }, tx);
  }

  async find(credential: LicenseCredential, db: Db): Promise<License | null> {
    return this.one(byCredential(credential), [keyOf(credential)], db);
  }

  /**
   * For activations, which take no lock on the license, only on their device of it: of two activations of one device the
   * second waits here and then finds the seat of the first. The locks are taken in one order, whoever asks.
   * @returns the license of each, in the order of the devices; null where there is none
   */
  async findForDevices(devices: readonly DeviceToActivate[], tx: Tx): Promise<(License | null)[]> {
    const rows = await tx.query<LicenseRow & { n: number }>(FOR_DEVICES, [
      devices.map(({ credential }) => (credential.by === 'code' ? credential.lookup : null)),
      devices.map(({ credential }) => (credential.by === 'key_file' ? credential.entryId : null)),
      devices.map(({ fingerprintHash }) => deviceLock(fingerprintHash)),
    ]);
    const found = devices.map((): LicenseRow[] => []);
    for (const row of rows) found[row.n - 1]!.push(row);
    return found.map((own) => (own.length ? toLicense(own as [LicenseRow, ...LicenseRow[]]) : null));
  }

  async findById(id: string, db: Db): Promise<License | null> {
    return this.one(`${select()} where l.id = $1 order by e.position`, [id], db);
  }

  async saveBlock(license: License, tx: Tx): Promise<void> {
    license.version++;
    await tx.query('update license set blocked_at = $2, block_reason = $3, version = $4 where id = $1', [
      license.id,
      license.blockedAt,
      license.blockReason,
      license.version,
    ]);
  }

  private async one(sql: string, parameters: unknown[], db: Db): Promise<License | null> {
    const rows = await db.query<LicenseRow>(sql, parameters);
    return rows[0] ? toLicense(rows as [LicenseRow, ...LicenseRow[]]) : null;
  }
}

/** The second half of the advisory lock of one device of a license. */
export const deviceLock = (fingerprintHash: Buffer): string => fingerprintHash.readBigInt64BE(0).toString();

/** Rows of one license, one an entry. */
export function toLicense(rows: [LicenseRow, ...LicenseRow[]]): License {
  const license = Object.assign(new License(), rows[0]);
  license.entries = rows.map((row) =>
    Object.assign(new LicenseEntry(), {
      id: row.entryId,
      licenseId: row.licenseId,
      productId: row.productId,
      position: row.position,
      expiresAt: row.expiresAt,
      companyId: row.companyId,
      addedAt: row.addedAt,
      addedBy: row.addedBy,
      addedWith: row.addedWith,
    }),
  );
  return license;
}

const select = (): string =>
  `select ${licenseColumns}, ${entryColumns} from license l join license_entry e on e.license_id = l.id`;

const conditions: Record<LicenseCredential['by'], string> = {
  code: 'l.code_lookup = $1',
  key_file: 'l.id = (select license_id from license_entry where id = $1)',
};

const byCredential = (credential: LicenseCredential): string =>
  `${select()} where ${conditions[credential.by]} order by e.position`;

const keyOf = (credential: LicenseCredential): unknown =>
  credential.by === 'code' ? credential.lookup : credential.entryId;
