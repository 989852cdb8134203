import {
  Describe,
  IsCountry,
  IsEmailAddress,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsNullable,
  IsUUID,
  MaxLength,
  Min,
  Nested,
} from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_FULL_NAME } from '../limits.js';
import { customerRoles, type StaffRole } from '../access.js';

/** Who of the vendor's people sees the customers. A partner does not: which companies are its own is not known here. */
export const customerCareRoles = [
  'support-agent',
  'support-lead',
  'license-admin',
  'platform-admin',
] as const satisfies StaffRole[];

export class CompanyOwner {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_FULL_NAME) name: string;
  @IsEmailAddress() email: string;
}

/** A line of the list of customers. */
export class StaffCompanyView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_COMPANY_NAME) name: string;
  @IsCountry() country: string;
  @IsInstant() createdAt: string;
  @IsNullable() @Nested(() => CompanyOwner) owner: CompanyOwner | null;
}

export class StaffCompanyDetails extends StaffCompanyView {
  @IsInt()
  @Min(0)
  @Describe('All people of the company, the owner among them.')
  memberCount: number;
}

export class StaffCompanyUser {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_FULL_NAME) name: string;
  @IsEmailAddress() email: string;
  @IsIn(customerRoles) role: (typeof customerRoles)[number];
  @IsInstant() joinedAt: string;
}
