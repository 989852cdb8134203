import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person who has an account founds a company later, by the same saga as at activation: from a row of `registration` that
 * says whose it is. The release before makes none, and finishes those that it finds, with a mail too many.
 */
export class FoundedLater1796200000000 implements MigrationInterface {
  readonly name = 'FoundedLater1796200000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `alter table registration add column founder_id uuid references user_account (id) on delete cascade`,
    );
    await q.query(
      `create index registration_of_founder on registration (founder_id) where founder_id is not null`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table registration drop column founder_id`);
  }
}
