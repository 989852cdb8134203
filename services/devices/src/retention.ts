import { Injectable } from '@nestjs/common';
import { Database, Job } from '@tessera/platform';

const EVERY_MS = 2 * 60_000;
const statements = [
  `delete from used_challenge where expires_at < now() - interval '1 minute'`,
  // Only the release before writes this one; its table goes with the next.
  `delete from enrollment_failure where failed_at < now() - interval '1 hour'`,
  `delete from attempt_window where started_at < now() - interval '1 day'`,
  `delete from enrollment where expires_at < now() - interval '30 days'`,
];

/** Deletes what has outlived its use. Any number of instances may do so at once. */
@Injectable()
export class Retention {
  constructor(private readonly database: Database) {}

  @Job({ name: 'devices-retention', everyMs: EVERY_MS })
  async sweep(): Promise<void> {
    for (const sql of statements) await this.database.query(sql);
  }
}
