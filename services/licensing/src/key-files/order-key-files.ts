import { keyFilesOrdered, orderKeyFiles, type Empty, type OrderKeyFiles } from '@tessera/contracts';
import { Handles, refuse, Transaction, uuidv7, type RequestContext, type Tx } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import { FailedCodeLimiter } from '../codes/failed-code-limiter.js';
import { LicenseCredentials, refuseUnknownCredential } from '../codes/license-credential.js';
import type { License } from '../licenses/license.entity.js';
import { LicenseLookup } from '../licenses/license-lookup.repository.js';
import { KeyFiles } from './key-files.js';
import { KeyFileMails } from './key-file-mails.js';

/** The key files are signed and the order is written here; notifications asks for the archive when it makes the mail. */
@Handles(orderKeyFiles)
export class OrderKeyFilesHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly failedCodes: FailedCodeLimiter,
    private readonly credentials: LicenseCredentials,
    private readonly lookup: LicenseLookup,
    private readonly catalogue: Catalogue,
    private readonly keyFiles: KeyFiles,
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
        // Signed now, and kept: no mail is promised that can never be made.
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
    await tx.query('insert into key_file_order (id, license_id, email, language) values ($1, $2, $3, $4)', [
      id,
      license.id,
      email,
      tx.ctx.language,
    ]);
    tx.emit(keyFilesOrdered, { companyId: null, aggregateId: id, version: 1, data: { keyFileOrderId: id } });
  }
}
