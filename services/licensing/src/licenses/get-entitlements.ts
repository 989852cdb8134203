import { getEntitlements, type Entitlements, type GetEntitlements } from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import { LicensesRepository } from './licenses.repository.js';

@Handles(getEntitlements)
export class GetEntitlementsHandler {
  constructor(
    private readonly database: Database,
    private readonly licenses: LicensesRepository,
    private readonly catalogue: Catalogue,
  ) {}

  async handle({ companyId }: GetEntitlements): Promise<Entitlements> {
    const products = await this.catalogue.all();
    const valid = await this.licenses.validProducts(companyId, [...products.keys()], this.database);
    return {
      products: [...products.values()]
        .filter((p) => valid.has(p.id))
        .map(({ id, name, group, versions, recommendedPatch, premiumSupport }) => ({
          id,
          name,
          group,
          versions,
          recommendedPatch,
          premiumSupport,
        })),
    };
  }
}
