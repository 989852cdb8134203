import { addLicense, type AddLicense, type LicenseView } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { FailedCodeLimiter } from '../codes/failed-code-limiter.js';
import { LicenseCredentials, refuseUnknownCredential } from '../codes/license-credential.js';
import { LicensesRepository } from './licenses.repository.js';
import { LicenseViews } from './license.to-view.js';
import { LicenseLookup } from './license-lookup.repository.js';
import { LicenseAssignment } from './license-assignment.js';

@Handles(addLicense)
export class AddLicenseHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly failedCodes: FailedCodeLimiter,
    private readonly credentials: LicenseCredentials,
    private readonly lookup: LicenseLookup,
    private readonly licenses: LicensesRepository,
    private readonly assignment: LicenseAssignment,
    private readonly views: LicenseViews,
  ) {}

  async handle(input: AddLicense, ctx: RequestContext): Promise<LicenseView> {
    const credential = this.credentials.read(input);
    return this.failedCodes.guard(ctx, () =>
      this.transaction.run(ctx, async (tx) => {
        const license = (await this.lookup.lock(credential, tx)) ?? refuseUnknownCredential(credential);
        license.requireAddable();
        const entries = this.assignment.assignableEntries(license, credential, ctx.companyId);
        const [entry] = entries;
        if (!entry) return refuse('LICENSE_ALREADY_ADDED');
        const by = { companyId: ctx.companyId, userId: ctx.userId, atRegistration: false };
        await this.assignment.assign(license, entries, credential, by, tx);
        const use = await this.licenses.useOf(ctx.companyId, license, tx);
        return this.views.of({ license, entry, ...use }, ctx);
      }),
    );
  }
}
