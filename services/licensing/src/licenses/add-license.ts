import { addLicense, type AddLicense, type LicenseView } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { Guesses } from '../codes/guesses.js';
import { PresentedLicenses, refuseUnknown } from '../codes/presented-license.js';
import { CompanyLicenses } from './company-licenses.js';
import { LicenseViews } from './license.to-view.js';
import { LicensesRepository } from './licenses.repository.js';
import { NewLicenses } from './new-licenses.js';

@Handles(addLicense)
export class AddLicenseHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly guesses: Guesses,
    private readonly presented: PresentedLicenses,
    private readonly licenses: LicensesRepository,
    private readonly companyLicenses: CompanyLicenses,
    private readonly newLicenses: NewLicenses,
    private readonly views: LicenseViews,
  ) {}

  async handle(input: AddLicense, ctx: RequestContext): Promise<LicenseView> {
    const presented = this.presented.read(input);
    return this.guesses.counting(ctx, () =>
      this.transaction.run(ctx, async (tx) => {
        const license = (await this.licenses.lock(presented, tx)) ?? refuseUnknown(presented);
        license.requireAddable();
        const free = this.newLicenses.claimable(license, presented, ctx.companyId);
        if (!free.length) refuse('LICENSE_ALREADY_ADDED');
        const by = { companyId: ctx.companyId, userId: ctx.userId, atRegistration: false };
        await this.newLicenses.give(license, free, presented, by, tx);
        return this.views.of(await this.companyLicenses.get(ctx.companyId, free[0]!.id, tx), ctx);
      }),
    );
  }
}
