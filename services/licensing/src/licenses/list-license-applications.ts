import {
  listLicenseApplications,
  type LicensedApplications,
  type ListLicenseApplications,
} from '@tessera/contracts';
import { Database, Handles, type RequestContext } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import { LicensesRepository } from './licenses.repository.js';
import { keyFilesOf } from './license.to-view.js';

@Handles(listLicenseApplications)
export class ListLicenseApplicationsHandler {
  constructor(
    private readonly database: Database,
    private readonly licenses: LicensesRepository,
    private readonly catalogue: Catalogue,
  ) {}

  async handle({ id }: ListLicenseApplications, ctx: RequestContext): Promise<LicensedApplications> {
    const { license, entry } = await this.licenses.get(ctx.companyId, id, this.database);
    const product = await this.catalogue.get(entry.productId);
    const applications = await Promise.all(
      [product.id, ...product.applicationIds].map((applicationId) => this.catalogue.get(applicationId)),
    );
    const keyFile = keyFilesOf(license, entry, product)[0]?.name ?? null;
    return { items: applications.map(({ id, name, versions }) => ({ id, name, versions, keyFile })) };
  }
}
