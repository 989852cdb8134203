import { getLicense, type GetLicense, type LicenseView } from '@tessera/contracts';
import { Database, Handles, type RequestContext } from '@tessera/platform';
import { LicensesRepository } from './licenses.repository.js';
import { LicenseViews } from './license.to-view.js';

@Handles(getLicense)
export class GetLicenseHandler {
  constructor(
    private readonly database: Database,
    private readonly licenses: LicensesRepository,
    private readonly views: LicenseViews,
  ) {}

  async handle({ id }: GetLicense, ctx: RequestContext): Promise<LicenseView> {
    return this.views.of(await this.licenses.get(ctx.companyId, id, this.database), ctx);
  }
}
