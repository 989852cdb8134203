import { Field } from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_FULL_NAME } from '../limits.js';
import { customerRoles, type StaffRole } from './rights.js';

/** Who of the vendor's people sees the customers. A partner does not: which companies are its own is not known here. */
export const customerCareRoles = [
  'support-agent',
  'support-lead',
  'license-admin',
  'platform-admin',
] as const satisfies StaffRole[];

export class CompanyOwner {
  @Field.id() id: string;
  @Field.line({ max: MAX_FULL_NAME }) name: string;
  @Field.email() email: string;
}

/** A line of the list of customers. */
export class StaffCompanyView {
  @Field.id() id: string;
  @Field.line({ max: MAX_COMPANY_NAME }) name: string;
  @Field.country() country: string;
  @Field.time() createdAt: string;
  @Field.object(() => CompanyOwner, { nullable: true }) owner: CompanyOwner | null;
}

export class StaffCompanyDetails extends StaffCompanyView {
  @Field.integer({ min: 0, description: 'All people of the company, the owner among them.' })
  memberCount: number;
}

export class StaffCompanyUser {
  @Field.id() id: string;
  @Field.line({ max: MAX_FULL_NAME }) name: string;
  @Field.email() email: string;
  @Field.oneOf(customerRoles) role: (typeof customerRoles)[number];
  @Field.time() joinedAt: string;
}
