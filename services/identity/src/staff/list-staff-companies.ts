import { listStaffCompanies, type ListStaffCompanies, type StaffCompanyList } from '@tessera/contracts';
import { Cursors, Handles } from '@tessera/platform';
import { StaffCompanies } from './staff-companies.js';
import { toStaffCompanyView } from './staff-company.to-view.js';

@Handles(listStaffCompanies)
export class ListStaffCompaniesHandler {
  constructor(
    private readonly cursors: Cursors,
    private readonly companies: StaffCompanies,
  ) {}

  async handle({ country = '', limit = 25, ...input }: ListStaffCompanies): Promise<StaffCompanyList> {
    const search = input.search?.trim() ?? '';
    const scope = `staff-companies/${country}/${search}`;
    const after = input.cursor ? (this.cursors.decode(input.cursor, scope) as [string, string]) : null;
    const read = await this.companies.list(
      { search: search || null, country: country || null, after },
      limit + 1,
    );
    return this.cursors.page(read, limit, scope, (c) => [c.key, c.id], toStaffCompanyView);
  }
}
