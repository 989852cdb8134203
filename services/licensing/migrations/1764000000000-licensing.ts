import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // The catalogue.
  `create table product_group (
    id uuid primary key,
    name text not null,
    position integer not null
  )`,
  `create table product (
    id uuid primary key,
    group_id uuid not null references product_group (id),
    name text not null,
    position integer not null,
    activation_methods text[] not null,
    recommended_patch text,
    premium_support boolean not null
  )`,
  `create table product_version (
    product_id uuid not null references product (id),
    version text not null,
    position integer not null,
    primary key (product_id, version)
  )`,
  // What a license of a product activates besides the product itself.
  `create table product_application (
    product_id uuid not null references product (id),
    application_id uuid not null references product (id),
    primary key (product_id, application_id)
  )`,
  // A bundle covers several products, each an entry of the license (LIC-066). Others cover themselves, without a row.
  `create table product_cover (
    bundle_id uuid not null references product (id),
    product_id uuid not null references product (id),
    position integer not null,
    primary key (bundle_id, position)
  )`,

  `create sequence order_number`,
  `create table license_order (
    id uuid primary key,
    order_number text not null,
    company_name text not null,
    product_id uuid not null references product (id),
    seats integer not null,
    term_days integer not null,
    kind text not null,
    quantity integer not null,
    partner_id uuid,
    starts_at timestamptz not null,
    expires_at timestamptz not null,
    created_by uuid not null,
    created_at timestamptz not null default now(),
    version integer not null default 1
  )`,
  `create unique index license_order_number on license_order (order_number)`,
  `create index license_order_partner on license_order (partner_id, id)`,

  // One license is one activation code.
  `create sequence license_serial`,
  `create table license (
    id uuid primary key,
    order_id uuid not null references license_order (id),
    code_lookup bytea not null,
    code_sealed bytea not null,
    code_tail text not null,
    serial_number text not null,
    seats integer not null,
    starts_at timestamptz not null,
    expires_at timestamptz not null,
    first_activated_at timestamptz,
    blocked_at timestamptz,
    block_reason text,
    superseded_by uuid,
    version integer not null default 1
  )`,
  `create unique index license_code on license (code_lookup)`,
  `create unique index license_serial_number on license (serial_number)`,
  `create index license_of_order on license (order_id)`,
  // What a seat's limit refers to.
  `alter table license add constraint license_seats unique (id, seats)`,

  // What people call a license: one row for each product that the code covers. company_id and expires_at stand here
  // for the index of the list.
  `create table license_entry (
    id uuid primary key,
    license_id uuid not null references license (id),
    product_id uuid not null references product (id),
    position integer not null,
    expires_at timestamptz not null,
    company_id uuid,
    added_at timestamptz,
    added_by uuid,
    added_with text
  )`,
  `create unique index license_entry_position on license_entry (license_id, position)`,
  `create index license_entry_list on license_entry (company_id, expires_at, id) where company_id is not null`,
  `create index license_entry_product on license_entry (company_id, product_id, expires_at) where company_id is not null`,
  // CON-11: the tombstone of a license that a company removed.
  `create table removed_license (
    id uuid primary key,
    entry_id uuid not null,
    company_id uuid not null,
    added_at timestamptz not null,
    added_by uuid not null,
    removed_at timestamptz not null default now(),
    removed_by uuid not null
  )`,
  `create index removed_license_company on removed_license (company_id, removed_at)`,

  // EDG-001. A slot above the limit cannot exist: the foreign key ties seat_limit to the license's own figure. A row
  // with null in id is free. The id is a new one each time the slot is taken.
  `create table seat (
    license_id uuid not null,
    slot integer not null,
    seat_limit integer not null,
    id uuid,
    fingerprint_hash bytea,
    device_name text,
    primary key (license_id, slot),
    constraint seat_within_limit check (slot between 1 and seat_limit),
    constraint seat_taken_or_free check ((id is null) = (fingerprint_hash is null)),
    constraint seat_of_license foreign key (license_id, seat_limit) references license (id, seats) on update cascade
  ) with (fillfactor = 80)`,
  `create unique index seat_device on seat (license_id, fingerprint_hash)`,
  `create unique index seat_id on seat (license_id, id)`,
  `create index seat_free on seat (license_id, slot) where id is null`,

  // An application on a device; several of them may share the device's seat.
  `create table activation (
    id uuid primary key,
    license_id uuid not null,
    entry_id uuid not null,
    seat_id uuid not null,
    fingerprint_hash bytea not null,
    product_id uuid not null,
    application_version text not null,
    token_hash bytea not null,
    created_at timestamptz not null default now(),
    ended_at timestamptz,
    version integer not null default 1
  )`,
  `create unique index activation_device on activation (license_id, fingerprint_hash, product_id) where ended_at is null`,
  `create index activation_seat on activation (license_id, seat_id) where ended_at is null`,

  `create table key_file (
    entry_id uuid primary key,
    name text not null,
    text text not null,
    content jsonb not null,
    signed_at timestamptz not null default now()
  )`,
  `create table key_file_order (
    id uuid primary key,
    license_id uuid not null,
    email text not null,
    language text not null,
    ordered_at timestamptz not null default now()
  )`,

  // Wrong codes of the last hour; the key is an HMAC of an address or of an account.
  `create table code_failure (
    key bytea not null,
    failed_at timestamptz not null default clock_timestamp()
  )`,
  `create index code_failure_key on code_failure (key, failed_at)`,
  `create index code_failure_age on code_failure (failed_at)`,

  `create table audit_entry (
    id uuid primary key,
    at timestamptz not null default now(),
    actor_id uuid not null,
    actor_role text not null,
    company_id uuid,
    action text not null,
    subject_id uuid not null,
    reason text,
    details jsonb not null
  )`,
  `create index audit_entry_subject on audit_entry (subject_id, id)`,
];

const tables =
  'audit_entry, code_failure, key_file_order, key_file, activation, seat, removed_license, license_entry, license, ' +
  'license_order, product_cover, product_application, product_version, product, product_group';

export class Licensing1764000000000 implements MigrationInterface {
  readonly name = 'Licensing1764000000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of statements) await q.query(statement);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table ${tables}`);
    await q.query('drop sequence order_number, license_serial');
  }
}
