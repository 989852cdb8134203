import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search reads what one company has, however many devices all others have together: names that begin with what is
 * looked for by a range of an index, names that contain it by their trigrams, within the company.
 */
export class DeviceSearch1796000000000 implements MigrationInterface {
  readonly name = 'DeviceSearch1796000000000';

  async up(q: QueryRunner): Promise<void> {
    // By bytes, whatever the database's collation: only there are the names with one beginning a range.
    await q.query(
      `create index device_by_beginning on device (company_id, connected, (name_key collate "C"), id)`,
    );
    // A server that does not allow the extensions reads the names of the company one by one.
    await q.query(`
      do $$ begin
        create extension if not exists pg_trgm;
        create extension if not exists btree_gin;
        create index device_search on device using gin (company_id, name_key gin_trgm_ops);
        drop index if exists device_name_search;
      exception when insufficient_privilege or undefined_file or feature_not_supported then
        raise notice 'pg_trgm or btree_gin is not available';
      end $$`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index if exists device_search');
    await q.query('drop index device_by_beginning');
  }
}
