import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The expanding step of a later release. */
export class Expand1999000000000 implements MigrationInterface {
  readonly name = 'Expand1999000000000';
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table request add column later text');
  }
  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table request drop column later');
  }
}

export class Index1999000000001 implements MigrationInterface {
  readonly name = 'Index1999000000001';
  /** An index that keeps nobody from writing cannot be made inside a transaction. */
  readonly transaction = false;
  async up(q: QueryRunner): Promise<void> {
    await q.query('create index concurrently request_later on request (later)');
  }
  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index request_later');
  }
}
