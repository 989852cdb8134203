import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Devices1795200000000 implements MigrationInterface {
  readonly name = 'Devices1795200000000';

  async up(q: QueryRunner): Promise<void> {
    await devices(q);
    await apps(q);
    await presence(q);
    await commands(q);
    await enrollments(q);
    await sessions(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table signing_key, used_challenge, enrollment_failure, enrollment, command, presence,
      device_app, device`);
  }
}

async function devices(q: QueryRunner): Promise<void> {
  await q.query(`
    create table device (
      id uuid constraint pk_device primary key,
      company_id uuid not null,
      name text not null,
      name_key text not null,
      platform text not null,
      public_key text not null,
      epoch integer not null,
      connected boolean not null,
      enrolled_by uuid not null,
      enrolled_at timestamptz not null,
      disconnected_at timestamptz,
      quarantined_at timestamptz,
      continuity bytea,
      previous_continuity bytea,
      capabilities jsonb not null,
      report jsonb,
      status text not null,
      reasons jsonb not null,
      status_due_at timestamptz,
      version integer not null
    ) with (fillfactor = 85)`);
  await q.query(`create index device_by_name on device (company_id, connected, name_key, id)`);
  await q.query(`create index device_by_status on device (company_id, connected, status, name_key, id)`);
  // A key is connected to one account at a time; in each account it is one device, however often it comes back.
  await q.query(`create unique index device_key_connected on device (public_key) where connected`);
  await q.query(`create unique index device_key_in_company on device (company_id, public_key)`);
  await q.query(`create index device_status_due on device (status_due_at) where status_due_at is not null`);
  // For accounts of very many devices; a server that does not allow the extension serves them by the index by name.
  await q.query(`
    do $$ begin
      create extension if not exists pg_trgm;
      create index device_name_search on device using gin (name_key gin_trgm_ops);
    exception when insufficient_privilege or undefined_file or feature_not_supported then
      raise notice 'pg_trgm is not available';
    end $$`);
}

async function apps(q: QueryRunner): Promise<void> {
  await q.query(`
    create table device_app (
      id uuid constraint pk_device_app primary key,
      device_id uuid not null constraint fk_device_app_device references device on delete cascade,
      company_id uuid not null,
      product text not null,
      app_version text not null,
      connected boolean not null,
      installed boolean not null,
      seat_in_use boolean not null,
      components jsonb not null
    )`);
  await q.query(`create unique index device_app_once on device_app (device_id, product)`);
}

async function presence(q: QueryRunner): Promise<void> {
  // Apart from the device: it is written every few seconds, and nothing else is.
  await q.query(`
    create table presence (
      device_id uuid constraint pk_presence primary key
        constraint fk_presence_device references device on delete cascade,
      online boolean not null,
      lease_until timestamptz not null,
      last_seen_at timestamptz not null
    ) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05)`);
  await q.query(`create index presence_lease on presence (lease_until) where online`);
}

async function commands(q: QueryRunner): Promise<void> {
  await q.query(`
    create table command (
      id uuid constraint pk_command primary key,
      company_id uuid not null,
      device_id uuid not null constraint fk_command_device references device on delete cascade,
      epoch integer not null,
      kind text not null,
      state text not null,
      created_by uuid not null,
      created_at timestamptz not null,
      deliver_by timestamptz not null,
      run_timeout integer not null,
      due_at timestamptz,
      progress integer,
      timeline jsonb not null,
      result jsonb,
      payload text not null,
      signature text not null,
      key_id text not null,
      version integer not null
    )`);
  await q.query(`create index command_of_device on command (device_id, id)`);
  await q.query(`create index command_open on command (device_id) where due_at is not null`);
  await q.query(`create index command_due on command (due_at) where due_at is not null`);
}

async function enrollments(q: QueryRunner): Promise<void> {
  await q.query(`
    create table enrollment (
      id uuid constraint pk_enrollment primary key,
      company_id uuid not null,
      created_by uuid not null,
      created_at timestamptz not null,
      code_hash bytea not null,
      expires_at timestamptz not null,
      uses integer not null,
      max_uses integer not null,
      version integer not null
    )`);
  await q.query(`create unique index enrollment_code on enrollment (code_hash)`);
  await q.query(`create index enrollment_expiry on enrollment (expires_at)`);
  await q.query(`
    create table enrollment_failure (
      id uuid constraint pk_enrollment_failure primary key,
      address text not null,
      failed_at timestamptz not null
    )`);
  await q.query(`create index enrollment_failure_recent on enrollment_failure (address, failed_at)`);
  await q.query(`create index enrollment_failure_age on enrollment_failure (failed_at)`);
}

async function sessions(q: QueryRunner): Promise<void> {
  await q.query(`
    create table used_challenge (
      nonce bytea constraint pk_used_challenge primary key,
      expires_at timestamptz not null
    )`);
  await q.query(`create index used_challenge_expiry on used_challenge (expires_at)`);
  await q.query(`
    create table signing_key (
      id text constraint pk_signing_key primary key,
      public_key text not null,
      sealed_private_key bytea not null,
      current boolean not null,
      created_at timestamptz not null
    )`);
  await q.query(`create unique index signing_key_current on signing_key (current) where current`);
}
