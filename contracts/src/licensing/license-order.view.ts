import { IsIn, IsInstant, IsInt, IsLine, IsNullable, IsUUID, MaxLength } from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';

export const licenseKinds = ['commercial', 'trial', 'nfr'] as const;

export class LicenseOrderView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(40) orderNumber: string;
  @IsLine() @MaxLength(MAX_COMPANY_NAME) companyName: string;
  @IsUUID() productId: string;
  @IsInt() seats: number;
  @IsInt() termDays: number;
  @IsIn(licenseKinds) kind: (typeof licenseKinds)[number];
  @IsInt() quantity: number;
  @IsNullable() @IsUUID() partnerId: string | null;
  @IsInstant() startsAt: string;
  @IsInstant() expiresAt: string;
  @IsInstant() createdAt: string;
}
