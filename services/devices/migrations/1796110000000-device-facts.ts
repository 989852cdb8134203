import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the platform learns of a device beyond its own word, and which code let it in; codes that can be withdrawn. */
export class DeviceFacts1796110000000 implements MigrationInterface {
  readonly name = 'DeviceFacts1796110000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table device
        add column clock_skew_seconds integer,
        add column refused_parts jsonb,
        add column new_reasons jsonb,
        add column enrollment_id uuid`);
    await q.query(`
      alter table enrollment
        add column code_ending text,
        add column revoked_at timestamptz`);
    await q.query(`create index enrollment_of_company on enrollment (company_id, id)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index enrollment_of_company`);
    await q.query(`alter table enrollment drop column revoked_at, drop column code_ending`);
    await q.query(`
      alter table device drop column enrollment_id, drop column new_reasons, drop column refused_parts,
        drop column clock_skew_seconds`);
  }
}
