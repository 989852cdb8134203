import { Injectable } from '@nestjs/common';
import type { ActivatingApplication } from '@tessera/contracts';
import { coversVersion } from '@tessera/license/format';
import { refuse } from '@tessera/platform';
import { activates, Catalogue, type OfferedProduct } from '../catalogue/catalogue.js';
import type { LicenseCredential } from '../codes/license-credential.js';
import type { LicenseEntry } from '../licenses/license-entry.entity.js';
import type { License } from '../licenses/license.entity.js';
import { entriesCoveredBy } from '../licenses/license-assignment.js';

/** Chooses the entry of a license that activates an application. */
@Injectable()
export class CoveringEntries {
  constructor(private readonly catalogue: Catalogue) {}

  /**
   * @throws Refusal PRODUCT_NOT_COVERED, VERSION_NOT_COVERED, or KEY_FILE_REQUIRED for a code of a product that
   *   is activated by key file alone (LIC-034)
   */
  async choose(
    license: License,
    credential: LicenseCredential,
    application: ActivatingApplication,
  ): Promise<LicenseEntry> {
    const products = await this.catalogue.all();
    const covering = entriesCoveredBy(license, credential).filter((entry) => {
      const product = products.get(entry.productId);
      return product && activates(product, application.product);
    });
    if (!covering.length) refuse('PRODUCT_NOT_COVERED');
    const method = credential.by;
    const entry = covering.find((e) => products.get(e.productId)!.activationMethods.includes(method));
    if (!entry) refuse(method === 'code' ? 'KEY_FILE_REQUIRED' : 'PRODUCT_NOT_COVERED');
    requireVersion(products.get(application.product)!, application.version);
    return entry;
  }
}

/** @throws Refusal VERSION_NOT_COVERED that names the versions of the catalogue */
function requireVersion({ name, versions }: OfferedProduct, version: string): void {
  if (coversVersion(versions, version)) return;
  const covered = versions.join(', ');
  refuse('VERSION_NOT_COVERED', {
    detail: `${name} is covered in ${covered}, not in ${version}.`,
    params: { product: name, version, versions: covered },
  });
}
