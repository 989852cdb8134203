import { claimCode, type ClaimCode, type ClaimedCode } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { LicenseCredentials, refuseUnknownCredential } from '../codes/license-credential.js';
import { LicenseLookup } from './license-lookup.repository.js';
import { LicenseAssignment, entriesCoveredBy } from './license-assignment.js';

/** Wrong codes are not counted here: each try costs a registration and a mail, which identity limits. */
@Handles(claimCode)
export class ClaimCodeHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly credentials: LicenseCredentials,
    private readonly lookup: LicenseLookup,
    private readonly assignment: LicenseAssignment,
  ) {}

  async handle(input: ClaimCode, ctx: RequestContext): Promise<ClaimedCode> {
    const credential = this.credentials.read(input);
    return this.transaction.run(ctx, async (tx) => {
      const license = (await this.lookup.lock(credential, tx)) ?? refuseUnknownCredential(credential);
      const free = this.assignment.assignableEntries(license, credential, input.companyId);
      // Identity asks again when an answer was lost; what is the company's by now stays its own in any state.
      const shown = entriesCoveredBy(license, credential);
      if (free.length === shown.length) license.requireAddable();
      if (free.length) {
        const by = { companyId: input.companyId, userId: input.userId, atRegistration: true };
        await this.assignment.assign(license, free, credential, by, tx);
      }
      return { licenseIds: shown.map((e) => e.id) };
    });
  }
}
