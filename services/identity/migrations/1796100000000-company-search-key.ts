import { searchKey } from '@tessera/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BATCH = 5_000;

/**
 * Companies are searched and sorted by one folded key, so that width, composition and case do not hide a customer. Nothing of
 * before goes: the release before lists by its own indexes, and companies that it founds meanwhile get their key by
 * `CompanyKeys`.
 *
 * Not built concurrently, for the reason that `CustomerSearch` gives.
 */
export class CompanySearchKey1796100000000 implements MigrationInterface {
  readonly name = 'CompanySearchKey1796100000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table company add column search_key text`);
    for (let after: string | null = null; ;) {
      const rows = (await q.query(
        `select id, name from company where $1::uuid is null or id > $1 order by id limit ${BATCH}`,
        [after],
      )) as { id: string; name: string }[];
      if (!rows.length) break;
      await q.query(
        `update company c set search_key = k.key from unnest($1::uuid[], $2::text[]) as k (id, key) where c.id = k.id`,
        [rows.map((r) => r.id), rows.map((r) => searchKey(r.name))],
      );
      after = rows.at(-1)!.id;
    }
    await q.query(`create index company_by_key on company (search_key collate "C", id)`);
    await q.query(`create index company_by_country on company (country, search_key collate "C", id)`);
    await q.query(`create index company_by_part on company using gin (search_key gin_trgm_ops)`);
    await q.query(`create index company_without_key on company (id) where search_key is null`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table company drop column search_key`);
  }
}
