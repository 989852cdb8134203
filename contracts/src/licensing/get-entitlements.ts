import { Field, request } from '../kit/index.js';
import { MAX_PRODUCT_NAME, MAX_PRODUCT_VERSION } from '../limits.js';
import { access } from '../identity/rights.js';

export class GetEntitlements {
  @Field.id() companyId: string;
}

export class EntitledProduct {
  @Field.id() id: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) name: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) group: string;
  @Field.texts({ max: MAX_PRODUCT_VERSION, maxItems: 50 }) versions: string[];
  @Field.line({ max: 300, nullable: true, description: 'The patch to try before asking support.' })
  recommendedPatch: string | null;
  @Field.flag({ description: 'Premium support can be had for it.' }) premiumSupport: boolean;
}

export class Entitlements {
  @Field.list(() => EntitledProduct, { maxItems: 200 }) products: EntitledProduct[];
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
