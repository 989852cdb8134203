import { Inject, Injectable } from '@nestjs/common';
import type { KeyFileContent } from '@tessera/license/format';
import { CONFIG, type Db } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import type { LicenseEntry } from '../licenses/license-entry.entity.js';
import type { License } from '../licenses/license.entity.js';
import { keyFileName, signKeyFile } from '../signing/index.js';
import type { SignedKeyFile } from '../signing/archive.js';

/** Key files are signed when somebody first wants them, and kept: the same file is mailed and served ever after. */
@Injectable()
export class KeyFiles {
  constructor(
    private readonly catalogue: Catalogue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One for each entry whose product is activated by key file (LIC-033). */
  async of(license: License, entries: readonly LicenseEntry[], db: Db): Promise<SignedKeyFile[]> {
    const files: SignedKeyFile[] = [];
    for (const entry of entries) {
      const product = await this.catalogue.get(entry.productId);
      if (product.activationMethods.includes('key_file')) files.push(await this.file(license, entry, db));
    }
    return files;
  }

  private async file(license: License, entry: LicenseEntry, db: Db): Promise<SignedKeyFile> {
    const kept = await this.kept(entry.id, db);
    if (kept) return kept;
    const content = await this.contentOf(license, entry, db);
    await db.query(
      `insert into key_file (entry_id, name, text, content) values ($1, $2, $3, $4) on conflict do nothing`,
      [
        entry.id,
        keyFileName(license.serialNumber, entry.position),
        signKeyFile(content, this.config.productKey),
        JSON.stringify(content),
      ],
    );
    return (await this.kept(entry.id, db))!;
  }

  private async kept(entryId: string, db: Db): Promise<SignedKeyFile | null> {
    const [row] = await db.query<SignedKeyFile>(
      'select name, text, content from key_file where entry_id = $1',
      [entryId],
    );
    return row ?? null;
  }

  private async contentOf(license: License, entry: LicenseEntry, db: Db): Promise<KeyFileContent> {
    const product = await this.catalogue.get(entry.productId);
    const [order] = await db.query<{ licensee: string; orderNumber: string; kind: KeyFileContent['kind'] }>(
      'select company_name as licensee, order_number as "orderNumber", kind from license_order where id = $1',
      [license.orderId],
    );
    const applications = await Promise.all(
      [product.id, ...product.applicationIds].map((id) => this.catalogue.get(id)),
    );
    return {
      licenseId: entry.id,
      serialNumber: license.serialNumber,
      product: { id: product.id, name: product.name },
      seats: license.seats,
      ...order!,
      startsAt: license.startsAt.toISOString(),
      expiresAt: license.expiresAt.toISOString(),
      issuedAt: license.readAt.toISOString(),
      applications: applications.map(({ id, name, versions }) => ({ productId: id, name, versions })),
      codeReference: license.codeLookup.toString('base64url'),
    };
  }
}
