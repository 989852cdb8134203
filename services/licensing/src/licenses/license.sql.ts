import { columns, hydrate } from '@tessera/platform';
import { LicenseEntry } from './license-entry.entity.js';
import { License } from './license.entity.js';

/** Selects a license `l` with one of its entries `e`, and the time of reading. */
export const LICENSE_COLUMNS = `${columns(License, 'l')}, ${columns(LicenseEntry, 'e')}, now() as "readAt"`;

/** As {@link LICENSE_COLUMNS}, with what a list shows and no more: twenty-five rows of it are read at once (P3). */
export const LISTED_COLUMNS = [
  columns(License, 'l', [
    ...(['id', 'codeSealed', 'codeTail', 'serialNumber', 'seats', 'startsAt', 'expiresAt'] as const),
    ...(['firstActivatedAt', 'blockedAt', 'blockReason', 'supersededBy'] as const),
  ]),
  columns(LicenseEntry, 'e', ['id', 'productId', 'position', 'addedAt', 'addedWith']),
  'now() as "readAt"',
].join(', ');

export interface LicenseRow {
  readAt: Date;
}

/** The license in rows of {@link LICENSE_COLUMNS}, one for each of its entries. */
export function toLicense(rows: readonly LicenseRow[]): License | null {
  const [first] = rows;
  if (!first) return null;
  const license = hydrate(License, first);
  license.readAt = first.readAt;
  license.entries = rows.map((row) => hydrate(LicenseEntry, row));
  return license;
}
