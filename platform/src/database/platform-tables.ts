import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service has for its messages: outbox, inbox, dead letters, idempotent replies. */
export class PlatformTables1700000000000 implements MigrationInterface {
  readonly name = 'PlatformTables1700000000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table outbox (
        seq bigint generated always as identity primary key,
        id uuid not null unique,
        subject text not null,
        company_id uuid,
        aggregate_id uuid not null,
        aggregate_version integer not null,
        traceparent text,
        body jsonb not null,
        created_at timestamptz not null default now(),
        published_at timestamptz,
        attempts integer not null default 0,
        last_error text
      ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01)`);
    await q.query(`create index outbox_unpublished on outbox (seq) where published_at is null`);
    await q.query(`create index outbox_published on outbox (published_at) where published_at is not null`);
    await q.query(`
      create table inbox (
        consumer text not null,
        message_id uuid not null,
        received_at timestamptz not null default now(),
        primary key (consumer, message_id)
      )`);
    await q.query(`create index inbox_received on inbox (received_at)`);
    await q.query(`
      create table dead_letter (
        id uuid primary key,
        consumer text not null,
        subject text not null,
        message_id text,
        body text not null,
        error text not null,
        deliveries integer not null,
        created_at timestamptz not null default now(),
        replay_requested_at timestamptz,
        replayed_at timestamptz
      )`);
    await q.query(`create unique index dead_letter_once on dead_letter (consumer, message_id)`);
    await q.query(`
      create table idempotent_reply (
        scope bytea primary key,
        fingerprint bytea not null,
        reply bytea not null,
        created_at timestamptz not null default now()
      )`);
    await q.query(`create index idempotent_reply_age on idempotent_reply (created_at)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table idempotent_reply, dead_letter, inbox, outbox`);
  }
}
