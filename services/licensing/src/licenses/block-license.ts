import { blockLicense, licenseBlocked, type BlockLicense, type StaffLicenseView } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { Audit } from '../audit/audit.repository.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { LicenseLookup } from './license-lookup.repository.js';
import { toStaffView } from './staff-license.to-view.js';

@Handles(blockLicense)
export class BlockLicenseHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly lookup: LicenseLookup,
    private readonly catalogue: Catalogue,
    private readonly audit: Audit,
  ) {}

  handle({ id, reason }: BlockLicense, ctx: RequestContext): Promise<StaffLicenseView> {
    return this.transaction.run(ctx, async (tx) => {
      const license = (await this.lookup.lockEntry(id, tx)) ?? refuse('NOT_FOUND');
      if (!license.block(reason)) return toStaffView(license, id);
      await this.lookup.saveBlock(license, tx);
      await this.audit.record({ action: 'license.blocked', subjectId: license.id, reason }, tx);
      for (const entry of license.entries) {
        tx.emit(licenseBlocked, {
          companyId: entry.companyId,
          aggregateId: entry.id,
          version: license.version,
          data: {
            licenseId: entry.id,
            productName: (await this.catalogue.get(entry.productId)).name,
            serialNumber: license.serialNumber,
          },
        });
      }
      return toStaffView(license, id);
    });
  }
}
