import { listStaffCompanies, type ListStaffCompanies, type StaffCompanyList } from '@tessera/contracts';
import { domainToASCII } from 'node:url';
import { Cursors, Handles, searchKey } from '@tessera/platform';
import { CompanyLookup } from '../companies/company-lookup.repository.js';
import { toStaffCompanyView } from './staff-company.to-view.js';

@Handles(listStaffCompanies)
export class ListStaffCompaniesHandler {
  constructor(
    private readonly cursors: Cursors,
    private readonly companies: CompanyLookup,
  ) {}

  async handle({ country = '', limit = 25, ...input }: ListStaffCompanies): Promise<StaffCompanyList> {
    const search = searchKey(input.search ?? '');
    const scope = `staff-companies/${country}/${search}`;
    const after = input.cursor ? (this.cursors.decode(input.cursor, scope) as [string, string]) : null;
    const read = await this.companies.list(
      {
        search: search ? { name: search, address: toAddressPart(search) } : null,
        country: country || null,
        after,
      },
      limit + 1,
    );
    return this.cursors.page(
      read,
      limit,
      scope,
      (c) => [c.company.searchKey, c.company.id],
      toStaffCompanyView,
    );
  }
}

/** Addresses are kept with the ASCII form of their domain. */
function toAddressPart(search: string): string {
  const at = search.lastIndexOf('@') + 1;
  return search.slice(0, at) + (domainToASCII(search.slice(at)) || search.slice(at));
}
