import {
  listStaffCompanyUsers,
  type ListStaffCompanyUsers,
  type StaffCompanyUserList,
} from '@tessera/contracts';
import { Cursors, Handles, refuse } from '@tessera/platform';
import { CompanyLookup } from '../companies/company-lookup.repository.js';
import { toStaffCompanyUser } from './staff-company.to-view.js';

@Handles(listStaffCompanyUsers)
export class ListStaffCompanyUsersHandler {
  constructor(
    private readonly cursors: Cursors,
    private readonly companies: CompanyLookup,
  ) {}

  async handle({ id, limit = 25, cursor }: ListStaffCompanyUsers): Promise<StaffCompanyUserList> {
    const scope = `staff-company-users/${id}`;
    const after = cursor ? String(this.cursors.decode(cursor, scope)[0]) : null;
    const read = await this.companies.members(id, after, limit + 1);
    if (!read.length && !(await this.companies.find(id))) refuse('NOT_FOUND');
    return this.cursors.page(read, limit, scope, (m) => [m.user.id], toStaffCompanyUser);
  }
}
