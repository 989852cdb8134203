import { Injectable } from '@nestjs/common';
import type { LicenseKeyFile, LicenseView } from '@tessera/contracts';
import type { RequestContext } from '@tessera/platform';
import { Catalogue, type OfferedProduct } from '../catalogue/catalogue.js';
import { CodeVault } from '../codes/code-vault.js';
import { maskCode } from '../codes/activation-code.js';
import { keyFileName } from '../signing/index.js';
import type { ListedLicense } from './licenses.repository.js';
import type { LicenseEntry } from './license-entry.entity.js';
import type { License } from './license.entity.js';

/** Makes what a person of the company may see of a license. */
@Injectable()
export class LicenseViews {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly vault: CodeVault,
  ) {}

  async of(listed: ListedLicense, ctx: RequestContext): Promise<LicenseView> {
    const [view] = await this.all([listed], ctx);
    return view!;
  }

  async all(listed: readonly ListedLicense[], ctx: RequestContext): Promise<LicenseView[]> {
    const products = await this.catalogue.having(listed.map(({ entry }) => entry.productId));
    return listed.map((one) => this.view(one, products.get(one.entry.productId)!, ctx));
  }

  private view(listed: ListedLicense, product: OfferedProduct, ctx: RequestContext): LicenseView {
    const { license, entry, orderNumber, seatsUsed } = listed;
    return {
      id: entry.id,
      serialNumber: license.serialNumber,
      activationCode: this.codeFor(listed, ctx),
      product: { id: product.id, name: product.name },
      status: license.status,
      seats: { limit: license.seats, used: seatsUsed },
      startsAt: license.startsAt.toISOString(),
      expiresAt: license.expiresAt.toISOString(),
      orderNumber,
      addedAt: entry.addedAt!.toISOString(),
      // Each is as good as the code, and for the same people.
      keyFiles: ctx.can('licenses.manage') ? keyFilesOf(license, entry, product) : [],
      supersededBy: license.supersededBy,
    };
  }

  private codeFor({ license, entry }: ListedLicense, ctx: RequestContext): string | null {
    if (entry.addedWith === 'key_file') return null;
    return ctx.can('licenses.manage') ? this.vault.open(license.codeSealed) : maskCode(license.codeTail);
  }
}

/** The one key file of an entry; none where the product is not activated by key file. */
export function keyFilesOf(
  license: Pick<License, 'serialNumber'>,
  entry: Pick<LicenseEntry, 'position'>,
  product: OfferedProduct,
): LicenseKeyFile[] {
  if (!product.activationMethods.includes('key_file')) return [];
  return [{ name: keyFileName(license.serialNumber, entry.position), product: product.name }];
}
