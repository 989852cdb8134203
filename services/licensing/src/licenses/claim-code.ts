import { claimCode, type ClaimCode, type ClaimedCode } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { PresentedLicenses, refuseUnknown } from '../codes/presented-license.js';
import { LicensesRepository } from './licenses.repository.js';
import { NewLicenses, shownBy } from './new-licenses.js';

/** Wrong codes are not counted here: each try costs a registration and a mail, which identity limits. */
@Handles(claimCode)
export class ClaimCodeHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly presented: PresentedLicenses,
    private readonly licenses: LicensesRepository,
    private readonly newLicenses: NewLicenses,
  ) {}

  async handle(input: ClaimCode, ctx: RequestContext): Promise<ClaimedCode> {
    const presented = this.presented.read(input);
    return this.transaction.run(ctx, async (tx) => {
      const license = (await this.licenses.lock(presented, tx)) ?? refuseUnknown(presented);
      const free = this.newLicenses.claimable(license, presented, input.companyId);
      // Identity asks again when an answer was lost; what is the company's by now stays its own in any state.
      const shown = shownBy(license, presented);
      if (free.length === shown.length) license.requireAddable();
      if (free.length) {
        const by = { companyId: input.companyId, userId: input.userId, atRegistration: true };
        await this.newLicenses.give(license, free, presented, by, tx);
      }
      return { licenseIds: shown.map((e) => e.id) };
    });
  }
}
