import { listStaffLicenses, type ListStaffLicenses, type StaffLicenseList } from '@tessera/contracts';
import { Cursors, Database, Handles, type RequestContext } from '@tessera/platform';
import { LicensesRepository } from './licenses.repository.js';
import { LicenseViews } from './license.to-view.js';
import { toListedStaffView } from './staff-license.to-view.js';

@Handles(listStaffLicenses)
export class ListStaffLicensesHandler {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly licenses: LicensesRepository,
    private readonly views: LicenseViews,
  ) {}

  async handle(input: ListStaffLicenses, ctx: RequestContext): Promise<StaffLicenseList> {
    const { companyId, limit = 25, cursor } = input;
    const scope = `staff-licenses:${companyId}`;
    const after = cursor ? (this.cursors.decode(cursor, scope) as [string, string]) : null;
    const read = await this.licenses.list(
      companyId,
      { filter: 'all', descending: false, after, count: limit + 1 },
      this.database,
    );
    const page = this.cursors.page(
      read,
      limit,
      scope,
      ({ license, entry }) => [license.expiresAt.toISOString(), entry.id],
      (listed) => listed,
    );
    const views = await this.views.all(page.items, ctx);
    return { ...page, items: views.map((view, at) => toListedStaffView(view, page.items[at]!.license)) };
  }
}
