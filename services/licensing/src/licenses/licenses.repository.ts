import { Injectable } from '@nestjs/common';
import type { licenseFilters } from '@tessera/contracts';
import { refuse, type Db, type Tx } from '@tessera/platform';
import { License } from './license.entity.js';
import type { LicenseEntry } from './license-entry.entity.js';
import { entryColumns, licenseColumns, toLicense, type LicenseRow } from './license-lookup.repository.js';

/** A license as its company sees it: one entry, with what stands beside it. */
export interface ListedLicense extends ShownLicense {
  license: License;
  entry: LicenseEntry;
}

/** What a list shows of it, and reads: a row costs by its columns. */
export interface ShownLicense {
  license: Pick<
    License,
    | 'codeSealed'
    | 'codeTail'
    | 'serialNumber'
    | 'seats'
    | 'startsAt'
    | 'expiresAt'
    | 'status'
    | 'supersededBy'
  >;
  entry: Pick<LicenseEntry, 'id' | 'productId' | 'position' | 'addedAt' | 'addedWith'>;
  orderNumber: string;
  seatsUsed: number;
}

export type LicenseBlock = Pick<License, 'blockedAt' | 'blockReason'>;

export interface ListOptions {
  filter: (typeof licenseFilters)[number];
  descending: boolean;
  /** Expiry and id of the last one shown. */
  after: readonly [expiresAt: string, id: string] | null;
  /** How many to read. */
  count: number;
}

const beside = `
         o.order_number as "orderNumber",
         (select count(*)::int from seat s where s.license_id = l.id and s.fingerprint_hash is not null) as "seatsUsed"
    from license_entry e join license l on l.id = e.license_id join license_order o on o.id = l.order_id`;
const select = `select ${licenseColumns}, ${entryColumns}, ${beside}`;
const selectShown = `
  select l.code_sealed as "codeSealed", l.code_tail as "codeTail", l.serial_number as "serialNumber", l.seats,
         l.starts_at as "startsAt", l.expires_at as "expiresAt", l.first_activated_at as "firstActivatedAt",
         l.blocked_at as "blockedAt", l.superseded_by as "supersededBy", now() as "readAt", e.id as "entryId",
         e.product_id as "productId", e.position, e.added_at as "addedAt", e.added_with as "addedWith", ${beside}`;

/** The states of License.status, as conditions. */
const filters: Record<ListOptions['filter'], string> = {
  all: 'true',
  active: `l.superseded_by is null and l.blocked_at is null and e.expires_at > now() and l.first_activated_at is not null`,
  not_activated: `l.superseded_by is null and l.blocked_at is null and e.expires_at > now() and l.first_activated_at is null`,
  expired: 'l.superseded_by is null and l.blocked_at is null and e.expires_at <= now()',
  blocked: 'l.superseded_by is null and l.blocked_at is not null',
};

/** The licenses of one company: it is the first argument of every method. */
@Injectable()
export class LicensesRepository {
  async list(companyId: string, o: ListOptions, db: Db): Promise<ShownLicense[]> {
    const [compare, direction] = o.descending ? ['<', 'desc'] : ['>', 'asc'];
    const after = o.after ? `and (e.expires_at, e.id) ${compare} ($3, $4)` : '';
    const rows = await db.query<ShownRow>(
      `${selectShown} where e.company_id = $1 and ${filters[o.filter]} ${after}
        order by e.expires_at ${direction}, e.id ${direction} limit $2`,
      [companyId, o.count, ...(o.after ?? [])],
    );
    return rows.map(toShown);
  }

  /** @throws Refusal NOT_FOUND, also for another company's license */
  async get(companyId: string, entryId: string, db: Db): Promise<ListedLicense> {
    const [row] = await db.query<ListedRow>(`${select} where e.company_id = $1 and e.id = $2`, [
      companyId,
      entryId,
    ]);
    return row ? toListed(row) : refuse('NOT_FOUND');
  }

  /** Since when and why those of the entries are blocked that are, by entry: the vendor's alone, so no list reads it. */
  async blocks(companyId: string, entryIds: readonly string[], db: Db): Promise<Map<string, LicenseBlock>> {
    const rows = await db.query<LicenseBlock & { id: string }>(
      `select e.id, l.blocked_at as "blockedAt", l.block_reason as "blockReason"
         from license_entry e join license l on l.id = e.license_id
        where e.company_id = $1 and e.id = any($2::uuid[]) and l.blocked_at is not null`,
      [companyId, entryIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Gives entries that are nobody's to a company. The caller holds the license. */
  async add(
    companyId: string,
    entries: readonly LicenseEntry[],
    by: { userId: string; with: 'code' | 'key_file' },
    tx: Tx,
  ): Promise<void> {
    const given = await tx.query(
      `update license_entry set company_id = $1, added_at = now(), added_by = $3, added_with = $4
        where id = any($2::uuid[]) and company_id is null returning id`,
      [companyId, entries.map((e) => e.id), by.userId, by.with],
    );
    if (given.length !== entries.length) refuse('LICENSE_ALREADY_ADDED');
  }

  /** Leaves a tombstone (CON-11). @throws Refusal NOT_FOUND */
  async remove(
    companyId: string,
    entryId: string,
    by: { id: string; userId: string },
    tx: Tx,
  ): Promise<void> {
    const [row] = await tx.query(
      `with gone as (
         select id, company_id, added_at, added_by from license_entry where company_id = $1 and id = $2 for update),
       tombstone as (
         insert into removed_license (id, entry_id, company_id, added_at, added_by, removed_by)
         select $3, id, company_id, added_at, added_by, $4 from gone)
       update license_entry e set company_id = null, added_at = null, added_by = null, added_with = null
         from gone where e.id = gone.id returning e.id`,
      [companyId, entryId, by.id, by.userId],
    );
    if (!row) refuse('NOT_FOUND');
  }

  /** The products of the licenses that are valid now. Asks product by product, so that many licenses cost nothing. */
  async validProducts(companyId: string, productIds: readonly string[], db: Db): Promise<Set<string>> {
    const rows = await db.query<{ id: string }>(
      `select p.id from unnest($2::uuid[]) as p (id)
        where exists (
          select 1 from license_entry e join license l on l.id = e.license_id
           where e.company_id = $1 and e.product_id = p.id and e.expires_at > now()
             and l.starts_at <= now() and l.blocked_at is null and l.superseded_by is null)`,
      [companyId, productIds],
    );
    return new Set(rows.map((row) => row.id));
  }
}

type ShownRow = ShownLicense['license'] &
  Omit<ShownLicense['entry'], 'id'> &
  Omit<ShownLicense, 'license' | 'entry'> & { entryId: string };

const toShown = (row: ShownRow): ShownLicense => ({
  license: Object.assign(new License(), row),
  entry: { ...row, id: row.entryId },
  orderNumber: row.orderNumber,
  seatsUsed: row.seatsUsed,
});

type ListedRow = LicenseRow & { orderNumber: string; seatsUsed: number };

function toListed(row: ListedRow): ListedLicense {
  const license = toLicense([row]);
  return { license, entry: license.entries[0]!, orderNumber: row.orderNumber, seatsUsed: row.seatsUsed };
}
