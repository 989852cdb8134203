import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests, their conversations, attachments, and the names that are kept so that lists need no remote call. */
export class Requests1763700000000 implements MigrationInterface {
  readonly name = 'Requests1763700000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create sequence request_number`);
    await q.query(`
      create table request (
        id uuid primary key,
        company_id uuid not null,
        company_name text not null,
        author_id uuid not null,
        author_name text not null,
        number text not null,
        category text not null,
        status text not null,
        status_since timestamptz not null,
        level text not null,
        severity smallint,
        critical boolean not null,
        subject text not null,
        description text not null,
        product_id uuid,
        product_name text,
        product_version text,
        os_version text,
        type text,
        subtype text,
        feedback_type text,
        csr text,
        related_request_id uuid,
        previous_number text,
        assignee_id uuid,
        assignee_name text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null
      )`);
    await q.query(`create unique index request_number_once on request (number)`);
    await q.query(`create index request_of_author on request (company_id, author_id, id)`);
    await q.query(`create index request_of_company on request (company_id, id)`);
    await q.query(`create index request_queue on request (status, id)`);
    await q.query(`create index request_of_assignee on request (assignee_id, id)`);
    await q.query(`create index request_of_product on request (product_id, id)`);
    await q.query(`create index request_to_settle on request (status, status_since)`);
    await q.query(`
      create table message (
        id uuid primary key,
        company_id uuid not null,
        request_id uuid not null constraint message_request references request,
        side text not null,
        internal boolean not null,
        writer_id uuid not null,
        writer_name text not null,
        text text not null,
        created_at timestamptz not null
      )`);
    await q.query(`create index message_of_request on message (request_id, id)`);
    await q.query(`
      create table attachment (
        id uuid primary key,
        owner_id uuid not null,
        file_name text not null,
        size bigint not null,
        content_type text,
        state text not null,
        request_id uuid constraint attachment_request references request,
        message_id uuid constraint attachment_message references message,
        place smallint,
        created_at timestamptz not null default now(),
        expires_at timestamptz
      )`);
    await q.query(`create index attachment_of_owner on attachment (owner_id, state)`);
    await q.query(`create index attachment_of_request on attachment (request_id)`);
    await q.query(`create index attachment_expiry on attachment (state, expires_at)`);
    await q.query(`
      create table data_statement (
        user_id uuid primary key,
        accepted_at timestamptz not null default now()
      )`);
    await q.query(`
      create table person (
        id uuid primary key,
        name text not null,
        fetched_at timestamptz not null default now()
      )`);
    await q.query(`
      create table company (
        id uuid primary key,
        name text not null
      )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table company, person, data_statement, attachment, message, request`);
    await q.query(`drop sequence request_number`);
  }
}
