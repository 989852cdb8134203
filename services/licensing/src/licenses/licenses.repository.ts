import { Injectable } from '@nestjs/common';
import type { licenseFilters } from '@tessera/contracts';
import { refuse, repositoryOf, type Db, type Tx } from '@tessera/platform';
import { In, IsNull } from 'typeorm';
import { LicenseEntry } from './license-entry.entity.js';
import type { License } from './license.entity.js';
import { LICENSE_COLUMNS, LISTED_COLUMNS, toLicense, type LicenseRow } from './license.sql.js';

/** What a view shows of a license besides itself. */
export interface LicenseUse {
  orderNumber: string;
  seatsUsed: number;
}

/** A license as its company sees it: one entry, and the use of the license. */
export interface ListedLicense extends LicenseUse {
  license: License;
  entry: LicenseEntry;
}

export interface ListOptions {
  filter: (typeof licenseFilters)[number];
  descending: boolean;
  /** Expiry and id of the last license of the page before. */
  after: readonly [expiresAt: string, id: string] | null;
  /** Licenses to read. */
  count: number;
}

/** Of a license `l`. */
const USE_COLUMNS = `
  (select o.order_number from license_order o where o.id = l.order_id) as "orderNumber",
  (select count(*)::int from seat s where s.license_id = l.id and s.fingerprint_hash is not null) as "seatsUsed"`;
const FROM = 'from license_entry e join license l on l.id = e.license_id';
const SELECT = `select ${LICENSE_COLUMNS}, ${USE_COLUMNS} ${FROM}`;
const SELECT_LISTED = `select ${LISTED_COLUMNS}, ${USE_COLUMNS} ${FROM}`;

/** The states of License.status, as conditions. */
const FILTERS: Record<ListOptions['filter'], string> = {
  all: 'true',
  active: `l.superseded_by is null and l.blocked_at is null and e.expires_at > now() and l.first_activated_at is not null`,
  not_activated: `l.superseded_by is null and l.blocked_at is null and e.expires_at > now() and l.first_activated_at is null`,
  expired: 'l.superseded_by is null and l.blocked_at is null and e.expires_at <= now()',
  blocked: 'l.superseded_by is null and l.blocked_at is not null',
};

/** The licenses of one company: it is the first argument of every method. */
@Injectable()
export class LicensesRepository {
  /** For views: what no view shows is not read. */
  async list(companyId: string, o: ListOptions, db: Db): Promise<ListedLicense[]> {
    const [compare, direction] = o.descending ? ['<', 'desc'] : ['>', 'asc'];
    const after = o.after ? `and (e.expires_at, e.id) ${compare} ($3, $4)` : '';
    const rows = await db.query<ListedRow>(
      `${SELECT_LISTED} where e.company_id = $1 and ${FILTERS[o.filter]} ${after}
        order by e.expires_at ${direction}, e.id ${direction} limit $2`,
      [companyId, o.count, ...(o.after ?? [])],
    );
    return rows.map(toListed);
  }

  /** @throws Refusal NOT_FOUND, also for another company's license */
  async get(companyId: string, entryId: string, db: Db): Promise<ListedLicense> {
    const [row] = await db.query<ListedRow>(`${SELECT} where e.company_id = $1 and e.id = $2`, [
      companyId,
      entryId,
    ]);
    return row ? toListed(row) : refuse('NOT_FOUND');
  }

  /** For a view of a license that was read before. */
  async useOf(companyId: string, { id }: License, db: Db): Promise<LicenseUse> {
    const [use] = await db.query<LicenseUse>(
      `select ${USE_COLUMNS} from license l
        where l.id = $2 and exists (select from license_entry e where e.license_id = l.id and e.company_id = $1)`,
      [companyId, id],
    );
    return use ?? refuse('NOT_FOUND');
  }

  /** Assigns entries that are of no company. The caller has locked the license. */
  async assign(
    companyId: string,
    entries: readonly LicenseEntry[],
    by: { userId: string; with: 'code' | 'key_file'; at: Date },
    tx: Tx,
  ): Promise<void> {
    const assigned = { companyId, addedAt: by.at, addedBy: by.userId, addedWith: by.with };
    const ids = entries.map(({ id }) => id);
    const { affected } = await repositoryOf(tx, LicenseEntry).update(
      { id: In(ids), companyId: IsNull() },
      assigned,
    );
    if (affected !== entries.length) refuse('LICENSE_ALREADY_ADDED');
    for (const entry of entries) Object.assign(entry, assigned);
  }

  /** Leaves a tombstone (CON-11). @throws Refusal NOT_FOUND */
  async remove(
    companyId: string,
    entryId: string,
    by: { id: string; userId: string },
    tx: Tx,
  ): Promise<void> {
    const [row] = await tx.query(
      `with removed as (
         select id, company_id, added_at, added_by from license_entry where company_id = $1 and id = $2 for update),
       tombstone as (
         insert into removed_license (id, entry_id, company_id, added_at, added_by, removed_by)
         select $3, id, company_id, added_at, added_by, $4 from removed)
       update license_entry e set company_id = null, added_at = null, added_by = null, added_with = null
         from removed where e.id = removed.id returning e.id`,
      [companyId, entryId, by.id, by.userId],
    );
    if (!row) refuse('NOT_FOUND');
  }

  /** The products of the licenses that are valid now. One index look-up a product, however many licenses there are. */
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

type ListedRow = LicenseRow & LicenseUse;

function toListed(row: ListedRow): ListedLicense {
  const license = toLicense([row])!;
  return { license, entry: license.entries[0]!, orderNumber: row.orderNumber, seatsUsed: row.seatsUsed };
}
