import { Injectable } from '@nestjs/common';
import { licenseAdded } from '@tessera/contracts';
import { refuse, type Tx } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import type { PresentedLicense } from '../codes/presented-license.js';
import { CompanyLicenses } from './company-licenses.js';
import type { LicenseEntry } from './license-entry.entity.js';
import type { License } from './license.entity.js';

/** What adding in the portal and claiming at registration have in common. The caller holds the license. */
@Injectable()
export class NewLicenses {
  constructor(
    private readonly companyLicenses: CompanyLicenses,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * The entries that a company would get: a code gives all that are nobody's, a key file its own.
   * @throws Refusal LICENSE_ALREADY_ADDED where any entry of the license is another company's
   */
  claimable(license: License, presented: PresentedLicense, companyId: string): LicenseEntry[] {
    if (license.entries.some((e) => e.companyId && e.companyId !== companyId))
      refuse('LICENSE_ALREADY_ADDED');
    return shownBy(license, presented).filter((e) => !e.companyId);
  }

  async give(
    license: License,
    entries: readonly LicenseEntry[],
    presented: PresentedLicense,
    by: { companyId: string; userId: string; atRegistration: boolean },
    tx: Tx,
  ): Promise<void> {
    await this.companyLicenses.add(by.companyId, entries, { userId: by.userId, with: presented.by }, tx);
    for (const entry of entries) {
      const product = await this.catalogue.get(entry.productId);
      tx.emit(licenseAdded, {
        companyId: by.companyId,
        aggregateId: entry.id,
        version: license.version,
        data: {
          licenseId: entry.id,
          userId: by.userId,
          productName: product.name,
          serialNumber: license.serialNumber,
          expiresAt: license.expiresAt.toISOString(),
          atRegistration: by.atRegistration,
        },
      });
    }
  }
}

/** The entries that a code or a key file speaks of. */
export function shownBy(license: License, presented: PresentedLicense): LicenseEntry[] {
  return license.entries.filter((e) => presented.by === 'code' || e.id === presented.entryId);
}
