import { Inject, Injectable } from '@nestjs/common';
import type { KeyFileContent } from '@tessera/license/format';
import { CONFIG, LOGGER, refuse, type Db } from '@tessera/platform';
import type { Logger } from 'pino';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import type { LicenseEntry } from '../licenses/license-entry.entity.js';
import type { License } from '../licenses/license.entity.js';
import { keyFileName, signKeyFile, SigningRefused } from '../signing/index.js';
import type { SignedKeyFile } from '../signing/archive.js';
import { keyFileContent, type KeyFileFacts } from './key-file-content.js';

/** Key files are signed when somebody first wants them, and kept: the same file is mailed and served ever after. */
@Injectable()
export class KeyFiles {
  constructor(
    private readonly catalogue: Catalogue,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One for each entry whose product is activated by key file (LIC-033). @throws Refusal KEY_FILES_NOT_SIGNABLE */
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
        this.sign(content),
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
    const products = await this.catalogue.having([product.id, ...product.applicationIds]);
    const [order] = await db.query<Pick<KeyFileFacts, 'licensee' | 'orderNumber' | 'kind'>>(
      'select company_name as licensee, order_number as "orderNumber", kind from license_order where id = $1',
      [license.orderId],
    );
    const { serialNumber, seats, startsAt, expiresAt, readAt, codeLookup } = license;
    const facts = {
      serialNumber,
      seats,
      startsAt,
      expiresAt,
      codeLookup,
      issuedAt: readAt,
      entryId: entry.id,
    };
    return keyFileContent({ ...facts, ...order! }, product, products);
  }

  /** @throws Refusal KEY_FILES_NOT_SIGNABLE: asking again would change nothing, so nobody is promised a file */
  private sign(content: KeyFileContent): string {
    try {
      return signKeyFile(content, this.config.productKey);
    } catch (error) {
      if (!(error instanceof SigningRefused)) throw error;
      const { serialNumber } = content;
      this.logger.error(
        { serialNumber, code: error.code, why: error.message },
        'a key file cannot be signed',
      );
      return refuse('KEY_FILES_NOT_SIGNABLE');
    }
  }
}
