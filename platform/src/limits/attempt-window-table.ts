import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The table of the {@link FailureLimiter}. A service that uses it lists this migration with its own; one that has made the
 * table itself, as identity has, may list it too.
 */
export class AttemptWindowTable1796100000000 implements MigrationInterface {
  readonly name = 'AttemptWindowTable1796100000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table if not exists attempt_window (
        key bytea not null,
        seconds integer not null,
        started_at timestamptz not null,
        attempts integer not null,
        failures integer not null,
        primary key (key, seconds)
      )`);
    await q.query(`create index if not exists attempt_window_age on attempt_window (started_at)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table attempt_window`);
  }
}
