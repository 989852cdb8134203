import { listProducts, type Empty, type ProductCatalogue } from '@tessera/contracts';
import { Handles } from '@tessera/platform';
import { Catalogue, type OfferedProduct } from './catalogue.js';

@Handles(listProducts)
export class ListProductsHandler {
  constructor(private readonly catalogue: Catalogue) {}

  async handle(_input: Empty): Promise<ProductCatalogue> {
    const products = await this.catalogue.all();
    return {
      items: [...products.values()].map((product) => ({
        id: product.id,
        name: product.name,
        group: product.group,
        activationMethods: product.activationMethods,
        versions: product.versions,
        applicationIds: activatedBy(product, products),
      })),
    };
  }
}

/** What a license of the product activates: each of its entries its own product and the applications of that one. */
function activatedBy(product: OfferedProduct, products: ReadonlyMap<string, OfferedProduct>): string[] {
  const ids = product.coveredIds.flatMap((id) => [id, ...(products.get(id)?.applicationIds ?? [])]);
  return [...new Set(ids)];
}
