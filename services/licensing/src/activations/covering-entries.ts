import { Injectable } from '@nestjs/common';
import { refuse } from '@tessera/platform';
import { activates, Catalogue } from '../catalogue/catalogue.js';
import type { PresentedLicense } from '../codes/presented-license.js';
import type { LicenseEntry } from '../licenses/license-entry.entity.js';
import type { License } from '../licenses/license.entity.js';
import { shownBy } from '../licenses/new-licenses.js';

/** Which entry of a license an application is activated by. */
@Injectable()
export class CoveringEntries {
  constructor(private readonly catalogue: Catalogue) {}

  /**
   * @throws Refusal PRODUCT_NOT_COVERED, or KEY_FILE_REQUIRED where only a code was shown for a product that is
   *   activated by key file alone (LIC-034)
   */
  async choose(license: License, presented: PresentedLicense, applicationId: string): Promise<LicenseEntry> {
    const products = await this.catalogue.all();
    const covering = shownBy(license, presented).filter((entry) => {
      const product = products.get(entry.productId);
      return product && activates(product, applicationId);
    });
    if (!covering.length) refuse('PRODUCT_NOT_COVERED');
    const method = presented.by;
    const entry = covering.find((e) => products.get(e.productId)!.activationMethods.includes(method));
    return entry ?? refuse(method === 'code' ? 'KEY_FILE_REQUIRED' : 'PRODUCT_NOT_COVERED');
  }
}
