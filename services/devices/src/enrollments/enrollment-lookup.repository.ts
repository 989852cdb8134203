import { Injectable } from '@nestjs/common';
import { repositoryOf, type Tx } from '@tessera/platform';
import { Enrollment } from './enrollment.entity.js';

/** An enrollment by its code, which says whose it is. */
@Injectable()
export class EnrollmentLookup {
  /** Held until the transaction ends, so that no use is counted twice. */
  lockByCode(codeHash: Buffer, tx: Tx): Promise<Enrollment | null> {
    return repositoryOf(tx, Enrollment).findOne({ where: { codeHash }, lock: { mode: 'pessimistic_write' } });
  }
}
