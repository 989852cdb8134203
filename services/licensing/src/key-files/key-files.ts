import { Inject, Injectable } from '@nestjs/common';
import type { KeyFileContent } from '@tessera/license/format';
import { CONFIG, LOGGER, refuse, type Db } from '@tessera/platform';
import type { Logger } from 'pino';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import type { LicenseEntry } from '../licenses/license-entry.entity.js';
import type { License } from '../licenses/license.entity.js';
import { keyFileContent, keyFileName, signKeyFile, SigningRefused } from '../signing/index.js';
import type { KeyFile } from './key-file.entity.js';
import { KeyFilesRepository } from './key-files.repository.js';

/** Key files are signed at their first request and stored: the same file is mailed and served ever after. */
@Injectable()
export class KeyFiles {
  constructor(
    private readonly repository: KeyFilesRepository,
    private readonly catalogue: Catalogue,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One for each entry whose product is activated by key file (LIC-033). @throws Refusal KEY_FILES_NOT_SIGNABLE */
  async of(license: License, entries: readonly LicenseEntry[], db: Db): Promise<KeyFile[]> {
    const files: KeyFile[] = [];
    for (const entry of entries) {
      const product = await this.catalogue.get(entry.productId);
      if (product.activationMethods.includes('key_file')) files.push(await this.file(license, entry, db));
    }
    return files;
  }

  private async file(license: License, entry: LicenseEntry, db: Db): Promise<KeyFile> {
    const kept = await this.repository.find(entry.id, db);
    if (kept) return kept;
    const content = await this.contentOf(license, entry, db);
    const name = keyFileName(license.serialNumber, entry.position);
    return this.repository.insert({ entryId: entry.id, name, text: this.sign(content), content }, db);
  }

  private async contentOf(license: License, entry: LicenseEntry, db: Db): Promise<KeyFileContent> {
    const product = await this.catalogue.get(entry.productId);
    const products = await this.catalogue.having([product.id, ...product.applicationIds]);
    const { companyName: licensee, orderNumber, kind } = await this.repository.orderOf(license, db);
    const { serialNumber, seats, startsAt, expiresAt, readAt, codeLookup } = license;
    const terms = { serialNumber, seats, startsAt, expiresAt, codeLookup, issuedAt: readAt };
    const facts = { ...terms, entryId: entry.id, licensee, orderNumber, kind };
    return keyFileContent(facts, product, products);
  }

  /** @throws Refusal KEY_FILES_NOT_SIGNABLE: a retry would change nothing, so no file is promised */
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
