import { Injectable } from '@nestjs/common';
import { getEntitlements, type EntitledProduct } from '@tessera/contracts';
import { Bus, refuse, type RequestContext } from '@tessera/platform';

/** Products that a company may ask about: those of which it has a license that is valid now (LIC-060, LIC-074). */
@Injectable()
export class EntitledProducts {
  constructor(private readonly bus: Bus) {}

  /** None for a person without a company. */
  async of(ctx: RequestContext): Promise<EntitledProduct[]> {
    if (ctx.person.companyId === null) return [];
    return (await this.bus.ask(getEntitlements, { companyId: ctx.companyId }, ctx)).products;
  }

  /** @throws Refusal PRODUCT_NOT_COVERED; VALIDATION_FAILED for a version that the product does not have */
  async choose(id: string, version: string | undefined, ctx: RequestContext): Promise<EntitledProduct> {
    const product = (await this.of(ctx)).find((p) => p.id === id) ?? refuse('PRODUCT_NOT_COVERED');
    if (version !== undefined && product.versions.length > 0 && !product.versions.includes(version)) {
      refuse('VALIDATION_FAILED', {
        errors: [
          { field: 'productVersion', code: 'NOT_ALLOWED', detail: 'is not a version of this product' },
        ],
      });
    }
    return product;
  }
}
