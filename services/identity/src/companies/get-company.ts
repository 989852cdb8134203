import { getCompany, type CompanyView, type GetCompany } from '@tessera/contracts';
import { Database, Handles, refuse } from '@tessera/platform';
import { CompaniesRepository } from './companies.repository.js';
import { toCompanyView } from './company.to-view.js';

@Handles(getCompany)
export class GetCompanyHandler {
  constructor(
    private readonly database: Database,
    private readonly companies: CompaniesRepository,
  ) {}

  async handle({ companyId }: GetCompany): Promise<CompanyView> {
    return toCompanyView((await this.companies.find(companyId, this.database)) ?? refuse('NOT_FOUND'));
  }
}
