import { Injectable } from '@nestjs/common';
import { columns, Database, hydrate, repositoryOf, uuidv7, type Tx } from '@tessera/platform';
import type { MailTemplate } from '../texts/catalogue.js';
import type { Facts } from '../texts/facts.js';
import { Mail, type MailState } from './mail.entity.js';

export interface NewMail {
  template: MailTemplate;
  recipientId: string | null;
  facts: Facts;
}

/** How long an attempt has before another instance takes the mail over; longer than everything it may wait for. */
const LEASE = '3 minutes';

/** Mails belong to a person, or to an address that another service keeps with its secret; not to a company. */
@Injectable()
export class MailsRepository {
  constructor(private readonly database: Database) {}

  async queue(mail: NewMail, tx: Tx): Promise<void> {
    await repositoryOf(tx, Mail).insert({ id: uuidv7(), ...mail });
  }

  /**
   * Queues a mail that waits a little for others of the same key, whose `list` is added to its own.
   */
  async queueInBundle(mail: NewMail, key: string, list: string, waitMs: number, tx: Tx): Promise<void> {
    await tx.query(
      `insert into mail (id, template, recipient_id, facts, bundle_key, next_attempt_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6 / 1000.0))
       on conflict (bundle_key) where bundle_key is not null and state = 'queued' and attempts = 0
       do update set facts = jsonb_set(mail.facts, array[$7], (mail.facts -> $7) || (excluded.facts -> $7))`,
      [uuidv7(), mail.template, mail.recipientId, mail.facts, key, waitMs, list],
    );
  }

  /** Takes mails that are due; they are this caller's until the lease ends. Several instances share the work. */
  async claim(limit: number): Promise<Mail[]> {
    const rows = await this.database.query(
      `update mail set attempts = attempts + 1, next_attempt_at = now() + interval '${LEASE}'
        where id in (select id from mail where state = 'queued' and next_attempt_at <= now()
                      order by next_attempt_at limit $1 for update skip locked)
        returning ${columns(Mail)}`,
      [limit],
    );
    return rows.map((row) => hydrate(Mail, row));
  }

  /** Says how a mail ended, unless another instance has taken it over meanwhile. */
  async finish(mail: Mail, state: Exclude<MailState, 'queued'>, error: string | null): Promise<void> {
    await this.database.query(
      `update mail set state = $3, last_error = $4, finished_at = now()
        where id = $1 and attempts = $2 and state = 'queued'`,
      [mail.id, mail.attempts, state, error],
    );
  }

  async postpone(mail: Mail, waitMs: number, error: string): Promise<void> {
    await this.database.query(
      `update mail set next_attempt_at = now() + make_interval(secs => $3 / 1000.0), last_error = $4
        where id = $1 and attempts = $2 and state = 'queued'`,
      [mail.id, mail.attempts, waitMs, error],
    );
  }

  async count(): Promise<{ queued: number; failed: number }> {
    const [row] = await this.database.query<{ queued: number; failed: number }>(
      `select (select count(*)::int from mail where state = 'queued') as queued,
              (select count(*)::int from mail where state = 'failed') as failed`,
    );
    return row!;
  }
}
