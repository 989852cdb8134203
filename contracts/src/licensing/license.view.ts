import { Field } from '../kit/index.js';
import { MAX_PRODUCT_NAME } from '../limits.js';

export const licenseStatuses = [
  'active',
  'expired',
  'not_activated',
  'blocked',
  'under_verification',
  'superseded',
] as const;

export class LicensedProduct {
  @Field.id() id: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) name: string;
}

export class SeatCount {
  @Field.integer({ min: 1, description: 'Devices that may use the license at once.' }) limit: number;
  @Field.integer({ min: 0 }) used: number;
}

export class LicenseKeyFile {
  @Field.line({ max: 40, description: 'File name, XXXXXXXX.key.' }) name: string;
  @Field.line({ max: MAX_PRODUCT_NAME, description: 'Name of the product that it activates.' })
  product: string;
}

/** One entry of a license: a code that covers two products is listed twice (LIC-066). */
export class LicenseView {
  @Field.id() id: string;
  @Field.line({ max: 20, description: 'Shared by all entries of one code.' }) serialNumber: string;
  @Field.line({
    max: 40,
    nullable: true,
    description: 'Masked for people without `licenses.manage`; null where only a key file was added.',
  })
  activationCode: string | null;
  @Field.object(() => LicensedProduct) product: LicensedProduct;
  @Field.oneOf(licenseStatuses) status: (typeof licenseStatuses)[number];
  @Field.object(() => SeatCount) seats: SeatCount;
  @Field.time() startsAt: string;
  @Field.time() expiresAt: string;
  @Field.line({ max: 40 }) orderNumber: string;
  @Field.time() addedAt: string;
  @Field.list(() => LicenseKeyFile, {
    maxItems: 10,
    description: 'Empty for people without `licenses.manage`.',
  })
  keyFiles: LicenseKeyFile[];
  @Field.id({ nullable: true }) supersededBy: string | null;
}
