import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1763750001000 implements MigrationInterface {
  readonly name = 'Notifications1763750001000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table notification (
        id uuid primary key,
        user_id uuid not null,
        company_id uuid,
        kind text not null,
        facts jsonb not null,
        topic text,
        topic_id uuid,
        created_at timestamptz not null default now(),
        read_at timestamptz
      ) with (fillfactor = 90)`);
    // Ids are UUIDv7, so their order is that of time.
    await q.query(`create index notification_mine on notification (user_id, id)`);
    await q.query(`create index notification_unread on notification (user_id, id) where read_at is null`);
    await q.query(`create index notification_age on notification (created_at)`);
    await q.query(`
      create table announcement (
        id uuid primary key,
        kind text not null,
        company_id uuid not null,
        people uuid[] not null,
        audience text not null,
        facts jsonb not null,
        topic text,
        topic_id uuid,
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default now(),
        created_at timestamptz not null default now(),
        done_at timestamptz
      )`);
    await q.query(`create index announcement_due on announcement (next_attempt_at) where done_at is null`);
    await q.query(`create index announcement_done on announcement (done_at) where done_at is not null`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table announcement, notification`);
  }
}
