import { Empty } from '../empty.js';
import {
  ArrayMaxSize,
  Describe,
  IsArray,
  IsIn,
  IsLine,
  IsOptional,
  IsUUID,
  MaxLength,
  MinLength,
  NestedList,
  request,
} from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION } from '../limits.js';
import { access } from '../access.js';

export const activationMethods = ['push', 'code', 'key_file'] as const;

export class CatalogueProduct {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) name: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) group: string;
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(activationMethods, { each: true })
  activationMethods: (typeof activationMethods)[number][];
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(MAX_PRODUCT_VERSION, { each: true })
  versions: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  @Describe('What a license of it activates, itself included unless it is a bundle: the ids to ask for.')
  applicationIds?: string[];
}

export class ProductCatalogue {
  @NestedList(() => CatalogueProduct, 500) items: CatalogueProduct[];
}

export const listProducts = request({
  subject: 'rpc.licensing.product.list.v1',
  request: Empty,
  reply: ProductCatalogue,
  summary: 'The products that the vendor sells.',
  access: access.anybody,
  idempotent: true,
});
