import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells the keys apart with which the data were written, the oldest first; see crypto/configured-keys.ts. */
export class KeyChecks1796090400000 implements MigrationInterface {
  readonly name = 'KeyChecks1796090400000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table key_check (
        variable text not null,
        key_id text not null,
        seq bigint generated always as identity,
        check_value bytea not null,
        recorded_at timestamptz not null default now(),
        primary key (variable, key_id)
      )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table key_check');
  }
}
