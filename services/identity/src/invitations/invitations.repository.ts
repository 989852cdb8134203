import { Injectable } from '@nestjs/common';
import { TenantRepository, type Db, type Tx } from '@tessera/platform';
import { Invitation } from './invitation.entity.js';

@Injectable()
export class InvitationsRepository extends TenantRepository<Invitation> {
  constructor() {
    super(Invitation);
  }

  /** Newest first. @param before id of the last one shown */
  async page(companyId: string, before: string | null, limit: number, db: Db): Promise<Invitation[]> {
    const query = this.rows(db)
      .createQueryBuilder('i')
      .where('i.companyId = :companyId', { companyId })
      .orderBy('i.id', 'DESC')
      .limit(limit);
    if (before) query.andWhere('i.id < :before', { before });
    return query.getMany();
  }

  async open(companyId: string, emailKey: string, tx: Tx): Promise<Invitation | null> {
    return this.rows(tx)
      .createQueryBuilder('i')
      .setLock('pessimistic_write')
      .where('i.companyId = :companyId and i.emailKey = :emailKey', { companyId, emailKey })
      .andWhere('i.acceptedAt is null and i.cancelledAt is null')
      .getOne();
  }
}
