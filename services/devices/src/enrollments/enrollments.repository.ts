import { Injectable } from '@nestjs/common';
import { TenantRepository, type Db } from '@tessera/platform';
import { Enrollment } from './enrollment.entity.js';

@Injectable()
export class EnrollmentsRepository extends TenantRepository<Enrollment> {
  constructor() {
    super(Enrollment);
  }

  /** Those that still let a device in, the newest first. @param before id of the last one shown */
  live(companyId: string, before: string | null, limit: number, db: Db): Promise<Enrollment[]> {
    const rows = this.rows(db).createQueryBuilder('e').where('e.company_id = :companyId', { companyId });
    rows.andWhere('e.expires_at > now() and e.uses < e.max_uses');
    if (before) rows.andWhere('e.id < :before', { before });
    return rows.orderBy('e.id', 'DESC').limit(limit).getMany();
  }
}
