import { Injectable } from '@nestjs/common';
import { repositoryOf, refuse, SecurityEvents, type Db, type Tx } from '@tessera/platform';
import { Membership } from './membership.entity.js';

/** Who belongs to a company; the company is the first argument. */
@Injectable()
export class Memberships {
  constructor(private readonly security: SecurityEvents) {}

  async find(companyId: string, userId: string, db: Db): Promise<Membership | null> {
    return repositoryOf(db, Membership).findOneBy({ companyId, userId });
  }

  /**
   * As it is now, not as a token says that was signed a minute ago; held until the transaction ends, so that a right
   * cannot be withdrawn between the check and what it allows.
   * @throws Refusal RIGHT_MISSING for somebody who is no member any more
   */
  async hold(companyId: string, userId: string, tx: Tx): Promise<Membership> {
    const membership = await repositoryOf(tx, Membership).findOne({
      where: { companyId, userId },
      lock: { mode: 'pessimistic_read' },
    });
    return membership ?? refuse('RIGHT_MISSING');
  }

  /** @throws Refusal ALREADY_IN_COMPANY when the person belongs to this or another company */
  async insert(membership: Membership, tx: Tx): Promise<void> {
    const { raw } = (await repositoryOf(tx, Membership)
      .createQueryBuilder()
      .insert()
      .values(membership)
      .orIgnore()
      .returning('user_id')
      .execute()) as { raw: unknown[] };
    if (raw.length !== 1) refuse('ALREADY_IN_COMPANY');
    const { userId: targetId, companyId, role, rights } = membership;
    this.security.noteCommitted('privilege_permissions_changed', tx, { targetId, companyId, role, rights });
  }
}
