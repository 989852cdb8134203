import { Injectable } from '@nestjs/common';
import {
  companyFounded,
  licenseNotClaimed,
  userActivated,
  userChanged,
  type CompanyView,
} from '@tessera/contracts';
import { refuse, searchKey, Transaction, uuidv7, type RequestContext, type Tx } from '@tessera/platform';
import { companyNameOf } from '../users/derived-names.js';
import { Memberships } from '../users/memberships.repository.js';
import { Membership } from '../users/membership.entity.js';
import { Users } from '../users/users.repository.js';

interface ClaimedRegistration {
  userId: string;
  companyId: string;
  firstName: string;
  lastName: string;
  companyName: string | null;
  country: string;
  /** Set where the account is older than the claim. */
  founderId: string | null;
}

/** How companies come to be; and the end of a claim, good or bad: of two that come to it at once, the second finds it done. */
@Injectable()
export class Founding {
  constructor(
    private readonly transaction: Transaction,
    private readonly memberships: Memberships,
    private readonly users: Users,
  ) {}

  /** @throws Refusal ALREADY_IN_COMPANY */
  async open(name: string, country: string, userId: string, tx: Tx, id = uuidv7()): Promise<CompanyView> {
    await tx.query('insert into company (id, name, search_key, country) values ($1, $2, $3, $4)', [
      id,
      name,
      searchKey(name),
      country,
    ]);
    await this.memberships.insert(Membership.of(id, userId, 'owner', []), tx);
    const version = await this.users.touch(userId, tx);
    const founded = { companyId: id, name, country, ownerId: userId };
    tx.emit(companyFounded, { companyId: id, aggregateId: id, version: 1, data: founded });
    tx.emit(userChanged, { companyId: id, userId, aggregateId: userId, version, data: { userId } });
    return { id, name, country };
  }

  /** @returns the company of the claim, whoever has finished it. @throws Refusal if it was refused meanwhile */
  async found(registrationId: string, ctx: RequestContext): Promise<CompanyView> {
    return this.transaction.run(ctx, async (tx) => {
      const claim = await this.finish(registrationId, 'claimed', null, tx);
      if (!claim) return this.outcome(registrationId, tx);
      const { companyId, userId, country } = claim;
      const company = await this.open(companyNameOf(claim), country, userId, tx, companyId);
      if (!claim.founderId) await this.activated(userId, companyId, tx);
      return company;
    });
  }

  /** The account stays, without a company. @param told whether the person learns why otherwise than by mail */
  async refuse(registrationId: string, reason: string, ctx: RequestContext, told = false): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const claim = await this.finish(registrationId, 'refused', reason, tx);
      if (!claim || told) return;
      const { userId, founderId } = claim;
      const version = await this.users.touch(userId, tx);
      const person = { companyId: null, userId, aggregateId: userId, version };
      tx.emit(licenseNotClaimed, { ...person, data: { userId, reason } });
      if (!founderId) await this.activated(userId, null, tx);
    });
  }

  private async activated(userId: string, companyId: string | null, tx: Tx): Promise<void> {
    const version = await this.users.touch(userId, tx);
    tx.emit(userActivated, { companyId, userId, aggregateId: userId, version, data: { userId, companyId } });
  }

  private async finish(
    registrationId: string,
    state: 'claimed' | 'refused',
    refusal: string | null,
    tx: Tx,
  ): Promise<ClaimedRegistration | undefined> {
    const [claim] = await tx.query<ClaimedRegistration>(
      `update license_claim c set state = $2, refusal = $3, version = c.version + 1
         from registration r where r.id = c.registration_id and c.registration_id = $1 and c.state = 'pending'
       returning c.user_id as "userId", c.company_id as "companyId", r.country, r.first_name as "firstName",
         r.last_name as "lastName", r.company_name as "companyName", r.founder_id as "founderId"`,
      [registrationId, state, refusal],
    );
    // What was needed for the claim only is kept no longer.
    await tx.query('update registration set code_sealed = null, key_file_sealed = null where id = $1', [
      registrationId,
    ]);
    return claim;
  }

  /** Of a claim that somebody else has finished. */
  private async outcome(registrationId: string, tx: Tx): Promise<CompanyView> {
    const [claim] = await tx.query<CompanyView & { refusal: string | null }>(
      `select k.refusal, c.id, c.name, c.country
         from license_claim k left join company c on c.id = k.company_id where k.registration_id = $1`,
      [registrationId],
    );
    if (claim?.refusal) refuse(claim.refusal);
    if (!claim?.id) return refuse('NOT_FOUND');
    return { id: claim.id, name: claim.name, country: claim.country };
  }
}
