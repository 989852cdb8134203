import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mails1763750000000 implements MigrationInterface {
  readonly name = 'Mails1763750000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table mail (
        id uuid primary key,
        template text not null,
        recipient_id uuid,
        facts jsonb not null,
        bundle_key text,
        state text not null default 'queued',
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default now(),
        last_error text,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        constraint mail_state check (state in ('queued', 'sent', 'dropped', 'failed'))
      ) with (fillfactor = 80)`);
    await q.query(`create index mail_due on mail (next_attempt_at) where state = 'queued'`);
    await q.query(`create index mail_finished on mail (state, finished_at) where state <> 'queued'`);
    // A mail that nobody has begun to send may still take up what belongs to it.
    await q.query(
      `create unique index mail_bundle on mail (bundle_key) where bundle_key is not null and state = 'queued' and attempts = 0`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table mail`);
  }
}
