import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their companies, and how they come in: registrations, invitations, mailed links. */
export class People1763750000000 implements MigrationInterface {
  readonly name = 'People1763750000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table company (
        id uuid primary key,
        name text not null,
        country text not null,
        version integer not null default 1,
        created_at timestamptz not null default now()
      )`);
    await q.query(`
      create table user_account (
        id uuid primary key,
        email text not null,
        email_key text not null,
        first_name text not null,
        last_name text not null,
        country text,
        language text,
        password_hash text,
        password_changed_at timestamptz,
        staff_role text,
        partner_id uuid,
        survey_consent boolean not null default false,
        terms_accepted_at timestamptz,
        activated_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        constraint user_account_password check (activated_at is null or password_hash is not null)
      )`);
    await q.query(`create unique index user_account_email on user_account (email_key)`);
    await q.query(`create index user_account_staff on user_account (id desc) where staff_role is not null`);
    // The primary key is the rule: one account belongs to at most one company.
    await q.query(`
      create table membership (
        user_id uuid primary key,
        company_id uuid not null,
        role text not null,
        rights text array not null,
        joined_at timestamptz not null default now(),
        constraint membership_user foreign key (user_id) references user_account (id) on delete cascade,
        constraint membership_company foreign key (company_id) references company (id) on delete cascade,
        constraint membership_role check (role in ('owner', 'administrator', 'member', 'device_member'))
      )`);
    await q.query(`create index membership_of_company on membership (company_id, user_id)`);
    await q.query(`create unique index membership_one_owner on membership (company_id) where role = 'owner'`);
    await q.query(`
      create table registration (
        id uuid primary key,
        email text not null,
        email_key text not null,
        first_name text not null,
        last_name text not null,
        company_name text,
        country text not null,
        language text not null,
        survey_consent boolean not null,
        code_sealed bytea,
        key_file_sealed bytea,
        address_key bytea not null,
        activated_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now()
      )`);
    await q.query(`create index registration_age on registration (created_at)`);
    await q.query(`
      create table license_claim (
        registration_id uuid primary key,
        user_id uuid not null references user_account (id) on delete cascade,
        company_id uuid not null unique,
        state text not null default 'pending' check (state in ('pending', 'claimed', 'refused')),
        attempts integer not null default 0,
        next_try_at timestamptz not null,
        refusal text,
        version integer not null default 1,
        created_at timestamptz not null default now()
      )`);
    await q.query(`create index license_claim_of_user on license_claim (user_id)`);
    await q.query(`create index license_claim_due on license_claim (next_try_at) where state = 'pending'`);
    await q.query(`
      create table invitation (
        id uuid primary key,
        company_id uuid not null,
        email text not null,
        email_key text not null,
        purpose text not null,
        rights text array not null,
        language text not null,
        inviter_id uuid not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        cancelled_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        constraint invitation_company foreign key (company_id) references company (id) on delete cascade
      )`);
    await q.query(`create index invitation_of_company on invitation (company_id, id desc)`);
    await q.query(`
      create unique index invitation_open on invitation (company_id, email_key)
        where accepted_at is null and cancelled_at is null`);
    await q.query(`
      create table link (
        id uuid primary key,
        purpose text not null check (purpose in ('activation', 'password_reset', 'invitation', 'staff_invitation')),
        email text not null,
        email_key text not null,
        user_id uuid references user_account (id) on delete cascade,
        registration_id uuid references registration (id) on delete cascade,
        invitation_id uuid references invitation (id) on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null default now()
      )`);
    await q.query(`create index link_of_user on link (user_id)`);
    await q.query(`create index link_of_registration on link (registration_id)`);
    await q.query(`create index link_of_invitation on link (invitation_id)`);
    await q.query(`create index link_age on link (expires_at)`);
    await q.query(`
      create table link_token (
        token_hash bytea primary key,
        link_id uuid not null references link (id) on delete cascade,
        created_at timestamptz not null default now()
      )`);
    await q.query(`create index link_token_of_link on link_token (link_id)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop table link_token, link, invitation, license_claim, registration, membership, user_account, company`,
    );
  }
}
