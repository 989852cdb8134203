import {
  Describe,
  IsCursor,
  IsIn,
  IsInt,
  IsNullable,
  IsOptional,
  Max,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { LicenseView } from './license.view.js';

export const licenseFilters = ['all', 'active', 'expired', 'not_activated', 'blocked'] as const;
export const licenseOrders = ['expiresAt', '-expiresAt'] as const;

export class ListLicenses {
  @IsOptional()
  @IsIn(licenseFilters)
  @Describe('all, unless given')
  status?: (typeof licenseFilters)[number];
  @IsOptional()
  @IsIn(licenseOrders)
  @Describe('expiresAt, unless given')
  sort?: (typeof licenseOrders)[number];
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class LicenseList {
  @NestedList(() => LicenseView, 100) items: LicenseView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listLicenses = request({
  subject: 'rpc.licensing.license.list.v1',
  request: ListLicenses,
  reply: LicenseList,
  summary: 'The licenses of the company.',
  access: access.company(),
  idempotent: true,
});
