import {
  Describe,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsNullable,
  IsUUID,
  MaxLength,
  Min,
  Nested,
  NestedList,
} from '../kit/index.js';
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
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) name: string;
}

export class SeatCount {
  @IsInt() @Min(1) @Describe('Devices that may use the license at once.') limit: number;
  @IsInt() @Min(0) used: number;
}

export class LicenseKeyFile {
  @IsLine() @MaxLength(40) @Describe('File name, XXXXXXXX.key.') name: string;
  @IsLine()
  @MaxLength(MAX_PRODUCT_NAME)
  @Describe('Name of the product that it activates.')
  product: string;
}

/** One entry of a license: a code that covers two products is listed twice (LIC-066). */
export class LicenseView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(20) @Describe('Shared by all entries of one code.') serialNumber: string;
  @IsNullable()
  @IsLine()
  @MaxLength(40)
  @Describe('Masked for people without `licenses.manage`; null where only a key file was added.')
  activationCode: string | null;
  @Nested(() => LicensedProduct) product: LicensedProduct;
  @IsIn(licenseStatuses) status: (typeof licenseStatuses)[number];
  @Nested(() => SeatCount) seats: SeatCount;
  @IsInstant() startsAt: string;
  @IsInstant() expiresAt: string;
  @IsLine() @MaxLength(40) orderNumber: string;
  @IsInstant() addedAt: string;
  @NestedList(() => LicenseKeyFile, 10)
  @Describe('Empty for people without `licenses.manage`.')
  keyFiles: LicenseKeyFile[];
  @IsNullable() @IsUUID() supersededBy: string | null;
}
