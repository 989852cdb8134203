import { Field } from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';

export const licenseKinds = ['commercial', 'trial', 'nfr'] as const;

export class LicenseOrderView {
  @Field.id() id: string;
  @Field.line({ max: 40 }) orderNumber: string;
  @Field.line({ max: MAX_COMPANY_NAME }) companyName: string;
  @Field.id() productId: string;
  @Field.integer() seats: number;
  @Field.integer() termDays: number;
  @Field.oneOf(licenseKinds) kind: (typeof licenseKinds)[number];
  @Field.integer() quantity: number;
  @Field.id({ nullable: true }) partnerId: string | null;
  @Field.time() startsAt: string;
  @Field.time() expiresAt: string;
  @Field.time() createdAt: string;
}
