import { Injectable } from '@nestjs/common';
import { TenantRepository, type Tx } from '@tessera/platform';
import { Enrollment } from './enrollment.entity.js';

@Injectable()
export class EnrollmentsRepository extends TenantRepository<Enrollment> {
  constructor() {
    super(Enrollment);
  }

  /** By its code, which also says whose it is. Held until the transaction ends, so that no use is counted twice. */
  async lockByCode(codeHash: Buffer, tx: Tx): Promise<Enrollment | null> {
    return this.rows(tx).findOne({ where: { codeHash }, lock: { mode: 'pessimistic_write' } });
  }
}
