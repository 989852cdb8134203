import { Injectable } from '@nestjs/common';
import type { Db } from '@tessera/platform';

const DELETIONS = [
  `delete from used_challenge where expires_at < now() - interval '1 minute'`,
  // Only the release before writes this one; its table goes with the next.
  `delete from enrollment_failure where failed_at < now() - interval '1 hour'`,
  `delete from attempt_window where started_at < now() - interval '1 day'`,
  `delete from enrollment where expires_at < now() - interval '30 days'`,
];

/** Rows that are of no use any more, of all companies. */
@Injectable()
export class OutdatedRowsAcrossCompanies {
  async delete(db: Db): Promise<void> {
    for (const sql of DELETIONS) await db.query(sql);
  }
}
