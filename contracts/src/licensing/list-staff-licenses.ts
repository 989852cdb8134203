import { Field, request } from '../kit/index.js';
import { MAX_REASON } from '../limits.js';
import { access } from '../identity/rights.js';
import { customerCareRoles } from '../identity/staff-company-view.js';
import { LicenseView } from './license.view.js';

export class ListStaffLicenses {
  @Field.id({ description: 'Whose licenses.' }) companyId: string;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

/** A license as its company sees it without `licenses.manage`, and what only the vendor knows. */
export class ListedStaffLicense extends LicenseView {
  @Field.time({ nullable: true }) blockedAt: string | null;
  @Field.text({ max: MAX_REASON, nullable: true }) blockReason: string | null;
}

export class StaffLicenseList {
  @Field.list(() => ListedStaffLicense, { maxItems: 100 }) items: ListedStaffLicense[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listStaffLicenses = request({
  subject: 'rpc.licensing.staff-license.list.v1',
  request: ListStaffLicenses,
  reply: StaffLicenseList,
  summary: 'The licenses of one customer, the next to expire first; codes are masked.',
  access: access.staff(...customerCareRoles),
  idempotent: true,
});
