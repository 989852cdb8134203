import { listLicenses, type LicenseList, type ListLicenses } from '@tessera/contracts';
import { Cursors, Database, Handles, type RequestContext } from '@tessera/platform';
import { LicensesRepository } from './licenses.repository.js';
import { LicenseViews } from './license.to-view.js';

@Handles(listLicenses)
export class ListLicensesHandler {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly licenses: LicensesRepository,
    private readonly views: LicenseViews,
  ) {}

  async handle(input: ListLicenses, ctx: RequestContext): Promise<LicenseList> {
    const { status: filter = 'all', sort = 'expiresAt', limit = 25 } = input;
    const scope = `licenses:${ctx.companyId}:${filter}:${sort}`;
    const after = input.cursor ? (this.cursors.decode(input.cursor, scope) as [string, string]) : null;
    const read = await this.licenses.list(
      ctx.companyId,
      { filter, descending: sort === '-expiresAt', after, count: limit + 1 },
      this.database,
    );
    const page = this.cursors.page(
      read,
      limit,
      scope,
      ({ license, entry }) => [license.expiresAt.toISOString(), entry.id],
      (listed) => listed,
    );
    return { ...page, items: await this.views.all(page.items, ctx) };
  }
}
