import { claimCode, type ClaimCode, type ClaimedCode } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { LicenseCredentials, refuseUnknownCredential } from '../codes/license-credential.js';
import { LicenseLookup } from './license-lookup.repository.js';
import { LicenseAssignment, entriesCoveredBy } from './license-assignment.js';

/** Wrong codes are not counted here: each attempt costs a registration and a mail, which identity limits. */
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
      const assignable = this.assignment.assignableEntries(license, credential, input.companyId);
      // Identity repeats a claim whose answer was lost: a license that the company has by then is not refused, whatever its state.
      const covered = entriesCoveredBy(license, credential);
      if (assignable.length === covered.length) license.requireAddable();
      if (assignable.length) {
        const by = { companyId: input.companyId, userId: input.userId, atRegistration: true };
        await this.assignment.assign(license, assignable, credential, by, tx);
      }
      return { licenseIds: covered.map((e) => e.id) };
    });
  }
}
