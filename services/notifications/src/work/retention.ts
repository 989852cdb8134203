import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, Job } from '@tessera/platform';
import type { Config } from '../config.js';

const EVERY_MS = 10 * 60_000;
const BATCH = 5_000;

/** Deletes mails and notifications that have outlived their use. Any number of instances may do so at once. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Job({ name: 'notifications-retention', everyMs: EVERY_MS })
  async sweep(): Promise<void> {
    const mails = `${this.config.MAIL_KEEP_DAYS} days`;
    await this.delete(
      'mail',
      `state in ('sent', 'dropped', 'failed') and finished_at < now() - $1::interval`,
      mails,
    );
    await this.delete('announcement', 'done_at < now() - $1::interval', mails);
    const notifications = `${this.config.NOTIFICATION_KEEP_DAYS} days`;
    await this.delete('notification', 'created_at < now() - $1::interval', notifications);
  }

  private async delete(table: string, condition: string, age: string): Promise<void> {
    await this.database.query(
      `delete from ${table} where id in (select id from ${table} where ${condition} limit ${BATCH})`,
      [age],
    );
  }
}
