import { Injectable } from '@nestjs/common';
import { licenseAdded } from '@tessera/contracts';
import { refuse, type Tx } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import type { LicenseCredential } from '../codes/license-credential.js';
import type { LicenseEntry } from './license-entry.entity.js';
import type { License } from './license.entity.js';
import { LicensesRepository } from './licenses.repository.js';

/** What adding in the portal and claiming at registration have in common. The caller has locked the license. */
@Injectable()
export class LicenseAssignment {
  constructor(
    private readonly licenses: LicensesRepository,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * The entries that a company would get: a code assigns all that are of no company, a key file its own.
   * @throws Refusal LICENSE_ALREADY_ADDED where any entry of the license is another company's
   */
  assignableEntries(license: License, credential: LicenseCredential, companyId: string): LicenseEntry[] {
    if (license.entries.some((e) => e.companyId && e.companyId !== companyId))
      refuse('LICENSE_ALREADY_ADDED');
    return entriesCoveredBy(license, credential).filter((e) => !e.companyId);
  }

  async assign(
    license: License,
    entries: readonly LicenseEntry[],
    credential: LicenseCredential,
    by: { companyId: string; userId: string; atRegistration: boolean },
    tx: Tx,
  ): Promise<void> {
    const { companyId, userId, atRegistration } = by;
    await this.licenses.assign(companyId, entries, { userId, with: credential.by, at: license.readAt }, tx);
    for (const entry of entries) {
      const product = await this.catalogue.get(entry.productId);
      tx.emit(licenseAdded, {
        companyId,
        aggregateId: entry.id,
        version: license.version,
        data: {
          licenseId: entry.id,
          userId,
          productName: product.name,
          serialNumber: license.serialNumber,
          expiresAt: license.expiresAt.toISOString(),
          atRegistration,
        },
      });
    }
  }
}

/** A code covers all entries of its license, a key file one. */
export function entriesCoveredBy(license: License, credential: LicenseCredential): LicenseEntry[] {
  return license.entries.filter((e) => credential.by === 'code' || e.id === credential.entryId);
}
