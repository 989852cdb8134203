import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords, sessions, tokens, signing keys, and the counters against guessing. */
export class Credentials1763750000001 implements MigrationInterface {
  readonly name = 'Credentials1763750000001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table password_history (
        id uuid primary key,
        user_id uuid not null references user_account (id) on delete cascade,
        hash text not null,
        created_at timestamptz not null default now()
      )`);
    await q.query(`create index password_history_of_user on password_history (user_id, id desc)`);
    await q.query(`
      create table session (
        id uuid primary key,
        user_id uuid not null references user_account (id) on delete cascade,
        token_hash bytea not null unique,
        idle_minutes integer not null,
        idle_until timestamptz not null,
        expires_at timestamptz not null,
        last_seen_at timestamptz not null default now(),
        ended_at timestamptz,
        refresh_until timestamptz not null,
        version integer not null default 1,
        created_at timestamptz not null default now()
      )`);
    await q.query(`create index session_of_user on session (user_id) where ended_at is null`);
    await q.query(`create index session_age on session (refresh_until)`);
    await q.query(`
      create table access_token (
        token_hash bytea primary key,
        session_id uuid not null references session (id) on delete cascade,
        expires_at timestamptz not null
      )`);
    await q.query(`create index access_token_of_session on access_token (session_id)`);
    await q.query(`create index access_token_age on access_token (expires_at)`);
    await q.query(`
      create table refresh_token (
        token_hash bytea primary key,
        session_id uuid not null references session (id) on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz,
        successor_sealed bytea
      )`);
    await q.query(`create index refresh_token_of_session on refresh_token (session_id)`);
    await q.query(
      `create index refresh_token_used on refresh_token (used_at) where successor_sealed is not null`,
    );
    await q.query(`
      create table known_device (
        token_hash bytea primary key,
        user_id uuid not null references user_account (id) on delete cascade,
        last_used_at timestamptz not null default now()
      )`);
    await q.query(`create index known_device_of_user on known_device (user_id)`);
    await q.query(`
      create table signing_key (
        kid text primary key,
        public_x text not null,
        private_sealed bytea not null,
        signs_from timestamptz not null,
        signs_until timestamptz,
        created_at timestamptz not null default now()
      )`);
    await q.query(`
      create table sign_in_failure (
        account_key bytea not null,
        device_key bytea not null,
        attempts integer not null,
        failures integer not null,
        last_at timestamptz not null,
        retry_at timestamptz not null,
        primary key (account_key, device_key)
      )`);
    await q.query(`
      create table attempt_window (
        key bytea not null,
        seconds integer not null,
        started_at timestamptz not null,
        attempts integer not null,
        failures integer not null,
        primary key (key, seconds)
      )`);
    await q.query(`create index attempt_window_age on attempt_window (started_at)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table attempt_window, sign_in_failure, signing_key, known_device, refresh_token, access_token,
      session, password_history`);
  }
}
