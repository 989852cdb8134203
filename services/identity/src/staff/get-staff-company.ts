import { getStaffCompany, type GetStaffCompany, type StaffCompanyDetails } from '@tessera/contracts';
import { Handles, refuse } from '@tessera/platform';
import { CompanyLookup } from '../companies/company-lookup.repository.js';
import { toStaffCompanyDetails } from './staff-company.to-view.js';

@Handles(getStaffCompany)
export class GetStaffCompanyHandler {
  constructor(private readonly companies: CompanyLookup) {}

  async handle({ id }: GetStaffCompany): Promise<StaffCompanyDetails> {
    return toStaffCompanyDetails((await this.companies.find(id)) ?? refuse('NOT_FOUND'));
  }
}
