import { Inject, Injectable } from '@nestjs/common';
import { claimCode, type ClaimCode } from '@tessera/contracts';
import { Bus, Database, Job, LOGGER, Problem, RequestContext, type Tx } from '@tessera/platform';
import type { Logger } from 'pino';
import { CompanyFormation } from '../companies/company-formation.js';
import type { Config } from '../config.js';
import { companyNameOf } from '../users/derived-names.js';
import { LicenseClaimsRepository, type RegisteredClaim } from './license-claims.repository.js';
import { SealedCredentials } from './sealed-credentials.js';

const BATCH_SIZE = 10;
const ATTEMPT_TIMEOUT_MS = 15_000;

/**
 * The saga of `POST /auth/activate` and of `POST /company`: a row says that a license is to be claimed; licensing is asked
 * outside of any transaction; a second transaction founds the company, or says why not. If an instance dies in between, the
 * job goes on: asking licensing again for the same company claims nothing twice.
 */
@Injectable()
export class LicenseClaimSaga {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly bus: Bus,
    private readonly database: Database,
    private readonly claims: LicenseClaimsRepository,
    private readonly credentials: SealedCredentials,
    private readonly companies: CompanyFormation,
  ) {}

  begin(registrationId: string, userId: string, tx: Tx): Promise<void> {
    return this.claims.insert(registrationId, userId, tx);
  }

  /** Never fails the request that began it: the account exists, and the job will get the license. */
  async proceed(registrationId: string, ctx: RequestContext): Promise<void> {
    try {
      const pending = await this.claims.pending(registrationId, this.database);
      if (!pending) return;
      const refusal = await this.ask(pending, ctx);
      if (refusal === null) await this.companies.complete(registrationId, ctx);
      else await this.companies.refuse(registrationId, refusal, ctx);
    } catch (error) {
      this.logger.warn({ err: error, registrationId }, 'a license is not claimed yet');
    }
  }

  /**
   * For a request that waits for the answer.
   * @returns why the license is not to be had; null when it is the company's, or the claim has ended meanwhile
   * @throws what asking again may change; the job does
   */
  async refusalOf(registrationId: string, ctx: RequestContext): Promise<string | null> {
    const pending = await this.claims.pending(registrationId, this.database);
    return pending ? this.ask(pending, ctx) : null;
  }

  /** @returns the code of a refusal that asking again would not change; null when the license is the company's */
  private async ask({ claim, registration }: RegisteredClaim, ctx: RequestContext): Promise<string | null> {
    const request: ClaimCode = {
      companyId: claim.companyId,
      companyName: companyNameOf(registration),
      userId: claim.userId,
      ...this.credentials.open(registration),
    };
    try {
      await this.bus.ask(claimCode, request, ctx);
      return null;
    } catch (error) {
      if (error instanceof Problem && (error.code in claimCode.errors || error.code === 'VALIDATION_FAILED'))
        return error.code;
      throw error;
    }
  }

  @Job({ name: 'resume-license-claims', everyMs: (config: Config) => config.CLAIM_POLL_MS })
  async resume(): Promise<void> {
    for (const id of await this.claims.takeDue(BATCH_SIZE))
      await this.proceed(id, RequestContext.system(ATTEMPT_TIMEOUT_MS));
  }
}
