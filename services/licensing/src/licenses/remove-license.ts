import { licenseRemoved, removeLicense, type RemoveLicense } from '@tessera/contracts';
import { Handles, Transaction, uuidv7, type RequestContext } from '@tessera/platform';
import { Audit } from '../audit/audit.repository.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { LicensesRepository } from './licenses.repository.js';

@Handles(removeLicense)
export class RemoveLicenseHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly licenses: LicensesRepository,
    private readonly catalogue: Catalogue,
    private readonly audit: Audit,
  ) {}

  async handle({ id }: RemoveLicense, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const { license, entry } = await this.licenses.get(ctx.companyId, id, tx);
      await this.licenses.remove(ctx.companyId, id, { id: uuidv7(), userId: ctx.userId }, tx);
      await this.audit.record({ action: 'license.removed', subjectId: id, companyId: ctx.companyId }, tx);
      tx.emit(licenseRemoved, {
        companyId: ctx.companyId,
        aggregateId: id,
        version: license.version,
        data: {
          licenseId: id,
          userId: ctx.userId,
          productName: (await this.catalogue.get(entry.productId)).name,
          serialNumber: license.serialNumber,
        },
      });
    });
  }
}
