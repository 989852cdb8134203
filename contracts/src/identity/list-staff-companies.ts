import {
  Describe,
  IsCountry,
  IsCursor,
  IsInt,
  IsNameOrEmpty,
  IsNullable,
  IsOptional,
  Max,
  MaxLength,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { customerCareRoles, StaffCompanyView } from './staff-company-view.js';

export class ListStaffCompanies {
  @IsOptional()
  @IsNameOrEmpty()
  @MaxLength(254)
  @Describe('Part of the company’s name or of the address of one of its people, in any case.')
  search?: string;
  @IsOptional() @IsCountry() country?: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class StaffCompanyList {
  @NestedList(() => StaffCompanyView, 100) items: StaffCompanyView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listStaffCompanies = request({
  subject: 'rpc.identity.staff-company.list.v1',
  request: ListStaffCompanies,
  reply: StaffCompanyList,
  summary: 'The customers: all companies, by name.',
  access: access.staff(...customerCareRoles),
  idempotent: true,
});
