import { listProducts, type Empty, type ProductCatalogue } from '@tessera/contracts';
import { Handles } from '@tessera/platform';
import { Catalogue } from './catalogue.js';

@Handles(listProducts)
export class ListProductsHandler {
  constructor(private readonly catalogue: Catalogue) {}

  async handle(_input: Empty): Promise<ProductCatalogue> {
    const products = [...(await this.catalogue.all()).values()];
    return {
      items: products.map(({ id, name, group, activationMethods, versions }) => ({
        id,
        name,
        group,
        activationMethods,
        versions,
      })),
    };
  }
}
