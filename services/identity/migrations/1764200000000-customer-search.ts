import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Staff finds customers by any part of a name or an address, among a million of them. The lists are in the order of the
 * lower-cased name's code points ("C"), which is the same in every database and after every upgrade of its collations.
 *
 * Not built concurrently: that waits for every older transaction, also for an instance that waits for this migration.
 * Meanwhile companies can be read but not founded (22 s for a million of them on two busy cores).
 */
export class CustomerSearch1764200000000 implements MigrationInterface {
  readonly name = 'CustomerSearch1764200000000';

  async up(q: QueryRunner): Promise<void> {
    // Trusted: the database's owner may create it.
    await q.query(`create extension if not exists pg_trgm`);
    await q.query(`create index company_name on company (lower(name) collate "C", id)`);
    await q.query(`create index company_country on company (country, lower(name) collate "C", id)`);
    await q.query(`create index company_search on company using gin (lower(name) gin_trgm_ops)`);
    await q.query(`create index user_account_search on user_account using gin (email_key gin_trgm_ops)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index user_account_search, company_search, company_country, company_name`);
    await q.query(`drop extension pg_trgm`);
  }
}
