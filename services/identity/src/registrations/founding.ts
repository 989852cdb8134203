import { Injectable } from '@nestjs/common';
import { companyFounded, licenseNotClaimed, userActivated, userChanged } from '@tessera/contracts';
import { searchKey, Transaction, type RequestContext, type Tx } from '@tessera/platform';
import { Memberships } from '../users/memberships.repository.js';
import { Membership } from '../users/membership.entity.js';
import { Users } from '../users/users.repository.js';

interface ClaimedRegistration {
  userId: string;
  companyId: string;
  name: string;
  country: string;
}

/** The end of a claim, good or bad. Of two that come to it at once, the second finds nothing to do. */
@Injectable()
export class Founding {
  constructor(
    private readonly transaction: Transaction,
    private readonly memberships: Memberships,
    private readonly users: Users,
  ) {}

  async found(registrationId: string, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const claim = await this.finish(registrationId, 'claimed', null, tx);
      if (!claim) return;
      const { companyId, userId, name, country } = claim;
      await tx.query('insert into company (id, name, search_key, country) values ($1, $2, $3, $4)', [
        companyId,
        name,
        searchKey(name),
        country,
      ]);
      await this.memberships.insert(Membership.of(companyId, userId, 'owner', []), tx);
      const version = await this.users.touch(userId, tx);
      const person = { companyId, userId, aggregateId: userId, version };
      tx.emit(companyFounded, {
        companyId,
        aggregateId: companyId,
        version: 1,
        data: { companyId, name, country, ownerId: userId },
      });
      tx.emit(userActivated, { ...person, data: { userId, companyId } });
      tx.emit(userChanged, { ...person, data: { userId } });
    });
  }

  /** The account stays, without a company; a mail says why. */
  async refuse(registrationId: string, reason: string, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const claim = await this.finish(registrationId, 'refused', reason, tx);
      if (!claim) return;
      const { userId } = claim;
      const version = await this.users.touch(userId, tx);
      const person = { companyId: null, userId, aggregateId: userId, version };
      tx.emit(licenseNotClaimed, { ...person, data: { userId, reason } });
      tx.emit(userActivated, { ...person, data: { userId, companyId: null } });
    });
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
       returning c.user_id as "userId", c.company_id as "companyId", r.country,
         coalesce(r.company_name, concat_ws(' ', r.first_name, r.last_name)) as name`,
      [registrationId, state, refusal],
    );
    // What was needed for the claim only is kept no longer.
    await tx.query('update registration set code_sealed = null, key_file_sealed = null where id = $1', [
      registrationId,
    ]);
    return claim;
  }
}
