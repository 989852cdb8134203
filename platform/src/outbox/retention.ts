import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { IDEMPOTENCY_TTL } from '../idempotency/idempotent-replies.js';
import { Job } from '../jobs/job.js';

/** Longer than the stream's max_age of 7 days, so that a lost stream can be replayed. */
const OUTBOX_DAYS = 14;
/** The stream's age and the outbox's together: nothing older can come again. */
const INBOX_DAYS = 21;
const RETENTION_INTERVAL_MS = 10 * 60_000;
const MAX_BATCH_SIZE = 5_000;

const statements = [
  `delete from outbox where seq in (select seq from outbox where published_at < now() - interval '${OUTBOX_DAYS} days' limit ${MAX_BATCH_SIZE})`,
  `delete from inbox where (consumer, message_id) in
     (select consumer, message_id from inbox where received_at < now() - interval '${INBOX_DAYS} days' limit ${MAX_BATCH_SIZE})`,
  `delete from idempotent_reply where scope in
     (select scope from idempotent_reply where created_at < now() - interval '${IDEMPOTENCY_TTL}' limit ${MAX_BATCH_SIZE})`,
];

/** Deletes what has outlived its use, in small batches. Any number of instances may do so at once. */
@Injectable()
export class Retention {
  constructor(private readonly database: Database) {}

  @Job({ name: 'message-retention', everyMs: RETENTION_INTERVAL_MS })
  async sweep(): Promise<void> {
    for (const sql of statements) await this.database.query(sql);
  }
}
