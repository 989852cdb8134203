import { Injectable } from '@nestjs/common';
import { repositoryOf, uuidv7, type Tx } from '@tessera/platform';
import { AuditEntry } from './audit-entry.entity.js';

export type AuditedAction = Pick<AuditEntry, 'action' | 'subjectId'> &
  Partial<Pick<AuditEntry, 'companyId' | 'reason' | 'details'>>;

/** Records actions of people in the transaction of the action. */
@Injectable()
export class Audit {
  async record(action: AuditedAction, tx: Tx): Promise<void> {
    await repositoryOf(tx, AuditEntry).insert({
      id: uuidv7(),
      actorId: tx.ctx.userId,
      actorRole: tx.ctx.person.role,
      details: {},
      ...action,
    });
  }
}
