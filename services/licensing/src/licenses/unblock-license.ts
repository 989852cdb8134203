import {
  licenseChanged,
  unblockLicense,
  type StaffLicenseView,
  type UnblockLicense,
} from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { Audit } from '../audit/audit.repository.js';
import { LicenseLookup } from './license-lookup.repository.js';
import { toStaffView } from './staff-license.to-view.js';

@Handles(unblockLicense)
export class UnblockLicenseHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly lookup: LicenseLookup,
    private readonly audit: Audit,
  ) {}

  handle({ id, reason }: UnblockLicense, ctx: RequestContext): Promise<StaffLicenseView> {
    return this.transaction.run(ctx, async (tx) => {
      const license = (await this.lookup.lockEntry(id, tx)) ?? refuse('NOT_FOUND');
      if (!license.unblock()) return toStaffView(license, id);
      await this.lookup.saveBlock(license, tx);
      await this.audit.record({ action: 'license.unblocked', subjectId: license.id, reason }, tx);
      for (const { id: licenseId, companyId } of license.entries) {
        const version = license.version;
        tx.emit(licenseChanged, { companyId, aggregateId: licenseId, version, data: { licenseId } });
      }
      return toStaffView(license, id);
    });
  }
}
