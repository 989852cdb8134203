import { Injectable } from '@nestjs/common';
import { repositoryOf, type Db, type Tx } from '@tessera/platform';
import { Company } from './company.entity.js';

@Injectable()
export class CompaniesRepository {
  find(companyId: string, db: Db): Promise<Company | null> {
    return repositoryOf(db, Company).findOneBy({ id: companyId });
  }

  async insert(company: Company, tx: Tx): Promise<void> {
    await repositoryOf(tx, Company).insert(company);
  }
}
