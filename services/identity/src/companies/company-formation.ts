import { Injectable } from '@nestjs/common';
import {
  companyFounded,
  licenseNotClaimed,
  userActivated,
  userChanged,
  type CompanyView,
} from '@tessera/contracts';
import { refuse, Transaction, uuidv7, type RequestContext, type Tx } from '@tessera/platform';
import { LicenseClaimsRepository, type RegisteredClaim } from '../registrations/license-claims.repository.js';
import { RegistrationsRepository } from '../registrations/registrations.repository.js';
import { companyNameOf } from '../users/derived-names.js';
import { MembershipsRepository } from '../users/memberships.repository.js';
import { Membership } from '../users/membership.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { CompaniesRepository } from './companies.repository.js';
import { Company } from './company.entity.js';
import { toCompanyView } from './company.to-view.js';

/** Creates companies, and ends license claims: of two requests that come to the end of one claim, the first one alone has effects. */
@Injectable()
export class CompanyFormation {
  constructor(
    private readonly transaction: Transaction,
    private readonly companies: CompaniesRepository,
    private readonly claims: LicenseClaimsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly users: UsersRepository,
  ) {}

  /** @throws Refusal ALREADY_IN_COMPANY */
  async create(name: string, country: string, ownerId: string, tx: Tx, id = uuidv7()): Promise<CompanyView> {
    await this.companies.insert(Company.of(id, name, country), tx);
    await this.memberships.insert(Membership.of(id, ownerId, 'owner', []), tx);
    const version = await this.users.touch(ownerId, tx);
    const founded = { companyId: id, name, country, ownerId };
    tx.emit(companyFounded, { companyId: id, aggregateId: id, version: 1, data: founded });
    tx.emit(userChanged, {
      companyId: id,
      userId: ownerId,
      aggregateId: ownerId,
      version,
      data: { userId: ownerId },
    });
    return { id, name, country };
  }

  /** @returns the company of the claim, also where another request has ended it. @throws Refusal if it was refused meanwhile */
  async complete(registrationId: string, ctx: RequestContext): Promise<CompanyView> {
    return this.transaction.run(ctx, async (tx) => {
      const finished = await this.finish(registrationId, null, tx);
      if (!finished) return this.outcome(registrationId, tx);
      const { claim, registration } = finished;
      const { companyId, userId } = claim;
      const name = companyNameOf(registration);
      const company = await this.create(name, registration.country, userId, tx, companyId);
      if (!registration.founderId) await this.activated(userId, companyId, tx);
      return company;
    });
  }

  /** The account stays, without a company. @param told the person learns why otherwise than by mail */
  async refuse(registrationId: string, reason: string, ctx: RequestContext, told = false): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const finished = await this.finish(registrationId, reason, tx);
      if (!finished || told) return;
      const { userId } = finished.claim;
      const version = await this.users.touch(userId, tx);
      const person = { companyId: null, userId, aggregateId: userId, version };
      tx.emit(licenseNotClaimed, { ...person, data: { userId, reason } });
      if (!finished.registration.founderId) await this.activated(userId, null, tx);
    });
  }

  private async activated(userId: string, companyId: string | null, tx: Tx): Promise<void> {
    const version = await this.users.touch(userId, tx);
    tx.emit(userActivated, { companyId, userId, aggregateId: userId, version, data: { userId, companyId } });
  }

  private async finish(
    registrationId: string,
    refusal: string | null,
    tx: Tx,
  ): Promise<RegisteredClaim | null> {
    const finished = await this.claims.finish(registrationId, refusal ? 'refused' : 'claimed', refusal, tx);
    await this.registrations.deleteCredential(registrationId, tx);
    return finished;
  }

  /** Of a claim that another request has ended. */
  private async outcome(registrationId: string, tx: Tx): Promise<CompanyView> {
    const { refusal, company } = await this.claims.outcome(registrationId, tx);
    if (refusal) refuse(refusal);
    return company ? toCompanyView(company) : refuse('NOT_FOUND');
  }
}
