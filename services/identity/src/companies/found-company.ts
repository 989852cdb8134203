import { foundCompany, type CompanyView, type FoundCompany } from '@tessera/contracts';
import {
  FailureLimiter,
  Handles,
  refuse,
  RequestContext,
  Transaction,
  uuidv7,
  type Tx,
} from '@tessera/platform';
import { LicenseClaimSaga } from '../registrations/license-claim-saga.js';
import { LicenseClaimsRepository, type RegisteredClaim } from '../registrations/license-claims.repository.js';
import { RegistrationsRepository } from '../registrations/registrations.repository.js';
import { SealedCredentials } from '../registrations/sealed-credentials.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import { CompanyFormation } from './company-formation.js';
import { FailedCodeLimiter } from './failed-code-limiter.js';

/**
 * For a person whose license was refused at registration, or who registered without one. With a license it is the saga of
 * `POST /auth/activate`: if an instance dies in between, the job founds the company, or has the refusal mailed.
 */
@Handles(foundCompany)
export class FoundCompanyHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly users: UsersRepository,
    private readonly companies: CompanyFormation,
    private readonly saga: LicenseClaimSaga,
    private readonly claims: LicenseClaimsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly credentials: SealedCredentials,
    private readonly limiter: FailureLimiter,
    private readonly failedCodes: FailedCodeLimiter,
  ) {}

  async handle(input: FoundCompany, ctx: RequestContext): Promise<CompanyView> {
    if (input.activationCode || input.keyFile)
      return this.failedCodes.guard(ctx, () => this.withLicense(input, ctx));
    return this.transaction.run(ctx, async (tx) => {
      await this.requireFree(ctx.userId, tx);
      if (await this.claims.pendingOf(ctx.userId, tx)) refuse('COMPANY_IN_THE_MAKING');
      return this.companies.create(input.companyName.trim(), input.country, ctx.userId, tx);
    });
  }

  private async withLicense(input: FoundCompany, ctx: RequestContext): Promise<CompanyView> {
    // Only what ends the saga is the reply to an Idempotency-Key.
    const unkeyed = () => RequestContext.system(ctx.deadline.remaining, ctx.trace);
    const registrationId = await this.transaction.run(unkeyed(), (tx) => this.beginClaim(input, ctx, tx));
    const refusal = await this.saga.refusalOf(registrationId, ctx);
    if (refusal === null) return this.companies.complete(registrationId, ctx);
    await this.companies.refuse(registrationId, refusal, unkeyed(), true);
    return refuse(refusal);
  }

  private async beginClaim(input: FoundCompany, ctx: RequestContext, tx: Tx): Promise<string> {
    const person = await this.requireFree(ctx.userId, tx);
    const pending = await this.claims.pendingOf(ctx.userId, tx);
    // The same asked for twice, at once or after an answer that was lost, is one founding.
    if (pending) return this.isOf(pending, input) ? pending.registration.id : refuse('COMPANY_IN_THE_MAKING');
    const id = uuidv7();
    await this.registrations.insert(this.registration(id, input, person, ctx), tx);
    await this.saga.begin(id, ctx.userId, tx);
    return id;
  }

  /** Holds the account, so that the same person does nothing of the kind meanwhile. @throws Refusal ALREADY_IN_COMPANY */
  private async requireFree(userId: string, tx: Tx): Promise<Person> {
    await this.users.lock(userId, tx);
    const person = await this.users.person(userId, tx);
    if (person.companyId || person.staffRole) refuse('ALREADY_IN_COMPANY');
    return person;
  }

  private isOf({ registration }: RegisteredClaim, input: FoundCompany): boolean {
    const { activationCode, keyFile } = this.credentials.open(registration);
    return (
      registration.founderId !== null &&
      registration.companyName === input.companyName.trim() &&
      registration.country === input.country &&
      activationCode === input.activationCode &&
      keyFile === input.keyFile
    );
  }

  /** A registration that is activated already. */
  private registration(id: string, input: FoundCompany, person: Person, ctx: RequestContext) {
    return {
      id,
      email: person.email,
      emailKey: person.emailKey,
      firstName: person.firstName,
      lastName: person.lastName,
      companyName: input.companyName.trim(),
      country: input.country,
      language: person.language ?? ctx.language,
      surveyConsent: false,
      ...this.credentials.seal(input),
      addressKey: this.limiter.key('founding', person.userId),
      activatedAt: new Date(),
      founderId: person.userId,
    };
  }
}
