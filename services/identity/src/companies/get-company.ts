import { getCompany, type CompanyView, type GetCompany } from '@tessera/contracts';
import { Database, Handles, refuse } from '@tessera/platform';

@Handles(getCompany)
export class GetCompanyHandler {
  constructor(private readonly database: Database) {}

  async handle(input: GetCompany): Promise<CompanyView> {
    const [company] = await this.database.query<CompanyView>(
      'select id, name, country from company where id = $1',
      [input.companyId],
    );
    return company ?? refuse('NOT_FOUND');
  }
}
