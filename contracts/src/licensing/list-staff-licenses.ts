import {
  Describe,
  IsCursor,
  IsInstant,
  IsInt,
  IsNullable,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { MAX_REASON } from '../limits.js';
import { access } from '../access.js';
import { customerCareRoles } from '../identity/staff-company-view.js';
import { LicenseView } from './license.view.js';

export class ListStaffLicenses {
  @IsUUID() @Describe('Whose licenses.') companyId: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

/** A license as its company sees it without `licenses.manage`, and what only the vendor knows. */
export class ListedStaffLicense extends LicenseView {
  @IsNullable() @IsInstant() blockedAt: string | null;
  @IsNullable() @IsString() @MaxLength(MAX_REASON) blockReason: string | null;
}

export class StaffLicenseList {
  @NestedList(() => ListedStaffLicense, 100) items: ListedStaffLicense[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listStaffLicenses = request({
  subject: 'rpc.licensing.staff-license.list.v1',
  request: ListStaffLicenses,
  reply: StaffLicenseList,
  summary: 'The licenses of one customer, the next to expire first; codes are masked.',
  access: access.staff(...customerCareRoles),
  idempotent: true,
});
