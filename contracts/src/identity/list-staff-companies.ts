import { Field, request } from '../kit/index.js';
import { access } from './rights.js';
import { customerCareRoles, StaffCompanyView } from './staff-company-view.js';

export class ListStaffCompanies {
  @Field.name({
    min: 0,
    max: 254,
    optional: true,
    description: 'Part of the company’s name or of the address of one of its people, in any case.',
  })
  search?: string;
  @Field.country({ optional: true }) country?: string;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class StaffCompanyList {
  @Field.list(() => StaffCompanyView, { maxItems: 100 }) items: StaffCompanyView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listStaffCompanies = request({
  subject: 'rpc.identity.staff-company.list.v1',
  request: ListStaffCompanies,
  reply: StaffCompanyList,
  summary: 'The customers: all companies, by name.',
  access: access.staff(...customerCareRoles),
  idempotent: true,
});
