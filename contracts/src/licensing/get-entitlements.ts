import {
  ArrayMaxSize,
  Describe,
  IsArray,
  IsBoolean,
  IsLine,
  IsNullable,
  IsUUID,
  MaxLength,
  MinLength,
  NestedList,
  request,
} from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION } from '../limits.js';
import { access } from '../access.js';

export class GetEntitlements {
  @IsUUID() companyId: string;
}

export class EntitledProduct {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) name: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) group: string;
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(MAX_PRODUCT_VERSION, { each: true })
  versions: string[];
  @IsNullable()
  @IsLine()
  @MaxLength(300)
  @Describe('The patch to try before asking support.')
  recommendedPatch: string | null;
  @IsBoolean() @Describe('Premium support can be had for it.') premiumSupport: boolean;
}

export class Entitlements {
  @NestedList(() => EntitledProduct, 200) products: EntitledProduct[];
}

/** LIC-060, LIC-074: support is given for products of which the company has a license that is valid now. */
export const getEntitlements = request({
  subject: 'rpc.licensing.entitlement.list.v1',
  request: GetEntitlements,
  reply: Entitlements,
  summary: 'The products for which a company has a valid license.',
  access: access.service,
  callers: ['support'],
  idempotent: true,
});
