import { Injectable } from '@nestjs/common';
import { repositoryOf, refuse, SecurityEvents, type Db, type Tx } from '@tessera/platform';
import { Membership } from './membership.entity.js';

/** The members of companies. */
@Injectable()
export class MembershipsRepository {
  constructor(private readonly security: SecurityEvents) {}

  async find(companyId: string, userId: string, db: Db): Promise<Membership | null> {
    return repositoryOf(db, Membership).findOneBy({ companyId, userId });
  }

  /** Whether the account of an address belongs to the company. */
  async isMember(companyId: string, emailKey: string, db: Db): Promise<boolean> {
    const members = await db.query(
      `select 1 from user_account u join membership m on m.user_id = u.id
        where u.email_key = $2 and m.company_id = $1`,
      [companyId, emailKey],
    );
    return members.length > 0;
  }

  /**
   * As it is now, not as a token says that was signed a minute ago; held until the transaction ends, so that a right
   * cannot be withdrawn between the check and what it allows.
   * @throws Refusal RIGHT_MISSING for a person who is no member any more
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
