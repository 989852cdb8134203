import { makeKeyFileArchive, type KeyFileArchive, type MakeKeyFileArchive } from '@tessera/contracts';
import { Database, Handles, refuse } from '@tessera/platform';
import { LicenseLookup } from '../licenses/license-lookup.repository.js';
import { keyFileArchive } from '../signing/index.js';
import { KeyFiles } from './key-files.js';
import { KeyFilesRepository } from './key-files.repository.js';

@Handles(makeKeyFileArchive)
export class MakeKeyFileArchiveHandler {
  constructor(
    private readonly database: Database,
    private readonly lookup: LicenseLookup,
    private readonly keyFiles: KeyFiles,
    private readonly repository: KeyFilesRepository,
  ) {}

  async handle({ keyFileOrderId }: MakeKeyFileArchive): Promise<KeyFileArchive> {
    const order = (await this.repository.findOrder(keyFileOrderId, this.database)) ?? refuse('NOT_FOUND');
    const license = (await this.lookup.findById(order.licenseId, this.database)) ?? refuse('NOT_FOUND');
    license.requireHandedOut();
    const files = await this.keyFiles.of(license, license.entries, this.database);
    return {
      email: order.email,
      language: order.language,
      fileName: `${license.serialNumber}.zip`,
      zip: Buffer.from(keyFileArchive(files)).toString('base64'),
      serialNumber: license.serialNumber,
      products: files.map((file) => file.content.product.name),
    };
  }
}
