import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, Job } from '@tessera/platform';
import type { Config } from '../config.js';
import { deleteExpired } from './retention.sql.js';

const EVERY_MS = 10 * 60_000;

/** Deletes mails and notifications that have outlived their use. Any number of instances may do so at once. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Job({ name: 'notifications-retention', everyMs: EVERY_MS })
  sweep(): Promise<void> {
    return deleteExpired(this.config.MAIL_KEEP_DAYS, this.config.NOTIFICATION_KEEP_DAYS, this.database);
  }
}
