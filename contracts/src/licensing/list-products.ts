import { Empty } from '../empty.js';
import { Field, request } from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION } from '../limits.js';
import { access } from '../identity/rights.js';

export const activationMethods = ['push', 'code', 'key_file'] as const;

export class CatalogueProduct {
  @Field.id() id: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) name: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) group: string;
  @Field.someOf(activationMethods, { maxItems: 3 }) activationMethods: (typeof activationMethods)[number][];
  @Field.texts({ max: MAX_PRODUCT_VERSION, maxItems: 50 }) versions: string[];
  @Field.ids({
    maxItems: 500,
    optional: true,
    description: 'What a license of it activates, itself included unless it is a bundle: the ids to ask for.',
  })
  applicationIds?: string[];
}

export class ProductCatalogue {
  @Field.list(() => CatalogueProduct, { maxItems: 500 }) items: CatalogueProduct[];
}

export const listProducts = request({
  subject: 'rpc.licensing.product.list.v1',
  request: Empty,
  reply: ProductCatalogue,
  summary: 'The products that the vendor sells.',
  access: access.anybody,
  idempotent: true,
});
