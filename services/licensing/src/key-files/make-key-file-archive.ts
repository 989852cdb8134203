import { makeKeyFileArchive, type KeyFileArchive, type MakeKeyFileArchive } from '@tessera/contracts';
import { Database, Handles, refuse } from '@tessera/platform';
import { LicenseLookup } from '../licenses/license-lookup.repository.js';
import { keyFileArchive } from '../signing/index.js';
import { KeyFiles } from './key-files.js';

@Handles(makeKeyFileArchive)
export class MakeKeyFileArchiveHandler {
  constructor(
    private readonly database: Database,
    private readonly lookup: LicenseLookup,
    private readonly keyFiles: KeyFiles,
  ) {}

  async handle({ keyFileOrderId }: MakeKeyFileArchive): Promise<KeyFileArchive> {
    const [order] = await this.database.query<{ licenseId: string; email: string; language: string }>(
      'select license_id as "licenseId", email, language from key_file_order where id = $1',
      [keyFileOrderId],
    );
    if (!order) return refuse('NOT_FOUND');
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
