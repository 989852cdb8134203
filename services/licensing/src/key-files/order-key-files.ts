import { keyFilesOrdered, orderKeyFiles, type Empty, type OrderKeyFiles } from '@tessera/contracts';
import { Handles, refuse, Transaction, uuidv7, type RequestContext, type Tx } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import { FailedCodeLimiter } from '../codes/failed-code-limiter.js';
import { LicenseCredentials, refuseUnknownCredential } from '../codes/license-credential.js';
import type { License } from '../licenses/license.entity.js';
import { LicenseLookup } from '../licenses/license-lookup.repository.js';
import { KeyFiles } from './key-files.js';
import { KeyFilesRepository } from './key-files.repository.js';
import { KeyFileMails } from './key-file-mails.js';

/** The key files are signed and the order is written here; notifications requests the archive when it makes the mail. */
@Handles(orderKeyFiles)
export class OrderKeyFilesHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly failedCodes: FailedCodeLimiter,
    private readonly credentials: LicenseCredentials,
    private readonly lookup: LicenseLookup,
    private readonly catalogue: Catalogue,
    private readonly keyFiles: KeyFiles,
    private readonly repository: KeyFilesRepository,
    private readonly mails: KeyFileMails,
  ) {}

  async handle({ activationCode, email }: OrderKeyFiles, ctx: RequestContext): Promise<Empty> {
    const credential = this.credentials.read({ activationCode });
    return this.failedCodes.guard(ctx, () =>
      this.transaction.run(ctx, async (tx) => {
        const license = (await this.lookup.find(credential, tx)) ?? refuseUnknownCredential(credential);
        license.requireAddable();
        await this.requireOffered(license);
        await this.mails.require(license.id, email, tx);
        // Signed and stored now: a mail that cannot be made is not promised.
        await this.keyFiles.of(license, license.entries, tx);
        await this.order(license, email, tx);
        return {};
      }),
    );
  }

  private async requireOffered(license: License): Promise<void> {
    const products = await Promise.all(license.entries.map((e) => this.catalogue.get(e.productId)));
    if (!products.some((p) => p.activationMethods.includes('key_file'))) refuse('KEY_FILES_NOT_OFFERED');
  }

  private async order(license: License, email: string, tx: Tx): Promise<void> {
    const id = uuidv7();
    await this.repository.insertOrder({ id, licenseId: license.id, email, language: tx.ctx.language }, tx);
    tx.emit(keyFilesOrdered, { companyId: null, aggregateId: id, version: 1, data: { keyFileOrderId: id } });
  }
}
