import { Injectable } from '@nestjs/common';
import { uuidv7, type Tx } from '@tessera/platform';

export interface AuditedAction {
  /** `<noun>.<past tense>` */
  action: string;
  subjectId: string;
  /** Whose people may read it; null: the vendor's alone. */
  companyId?: string | null;
  reason?: string;
  /** No secrets and no personal data. */
  details?: Record<string, string | number | null>;
}

/** Who did what, written in the transaction that does it. Rows are only ever added. */
@Injectable()
export class Audit {
  async record(o: AuditedAction, tx: Tx): Promise<void> {
    await tx.query(
      `insert into audit_entry (id, actor_id, actor_role, company_id, action, subject_id, reason, details)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        uuidv7(),
        tx.ctx.userId,
        tx.ctx.person.role,
        o.companyId ?? null,
        o.action,
        o.subjectId,
        o.reason ?? null,
        JSON.stringify(o.details ?? {}),
      ],
    );
  }
}
