import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { LicenseView } from './license.view.js';

export const licenseFilters = ['all', 'active', 'expired', 'not_activated', 'blocked'] as const;
export const licenseOrders = ['expiresAt', '-expiresAt'] as const;

export class ListLicenses {
  @Field.oneOf(licenseFilters, { optional: true, description: 'all, unless given' })
  status?: (typeof licenseFilters)[number];
  @Field.oneOf(licenseOrders, { optional: true, description: 'expiresAt, unless given' })
  sort?: (typeof licenseOrders)[number];
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class LicenseList {
  @Field.list(() => LicenseView, { maxItems: 100 }) items: LicenseView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listLicenses = request({
  subject: 'rpc.licensing.license.list.v1',
  request: ListLicenses,
  reply: LicenseList,
  summary: 'The licenses of the company.',
  access: access.company(),
  idempotent: true,
});
