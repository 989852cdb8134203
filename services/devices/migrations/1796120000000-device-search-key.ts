import { searchKey } from '@tessera/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BATCH = 5_000;
/** As queries write it. A device that the release before has enrolled or renamed is found by its own key until it has this one. */
const KEY = 'coalesce(search_key, name_key)';

/**
 * Devices are searched and sorted by the folded key of every list, so that width, composition and case do not hide one.
 * The release before lists by its own key and indexes, and what it renames loses the new key, by a trigger, until `SearchKeys`
 * makes it again. Of its indexes only that of grams goes: its searches then read the names of one company instead, and no
 * device is written into two indexes that cost as much as all others.
 */
export class DeviceSearchKey1796120000000 implements MigrationInterface {
  readonly name = 'DeviceSearchKey1796120000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table device add column search_key text`);
    for (let after: string | null = null; ;) {
      const rows = (await q.query(
        `select id, name from device where $1::uuid is null or id > $1 order by id limit ${BATCH}`,
        [after],
      )) as { id: string; name: string }[];
      if (!rows.length) break;
      await q.query(
        `update device d set search_key = k.key from unnest($1::uuid[], $2::text[]) as k (id, key) where d.id = k.id`,
        [rows.map((r) => r.id), rows.map((r) => searchKey(r.name))],
      );
      after = rows.at(-1)!.id;
    }
    await q.query(`create index device_by_key on device (company_id, connected, (${KEY}), id)`);
    await q.query(
      `create index device_by_status_and_key on device (company_id, connected, status, (${KEY}), id)`,
    );
    await q.query(
      `create index device_by_key_beginning on device (company_id, connected, (${KEY} collate "C"), id)`,
    );
    await q.query('drop index device_search');
    await q.query(`create index device_by_part on device using gin (device_grams(company_id, ${KEY}))`);
    await q.query(`create index device_without_key on device (id) where search_key is null`);
    await q.query(`
      create function device_renamed() returns trigger language plpgsql as $$
        begin
          if new.name_key is distinct from old.name_key and new.search_key is not distinct from old.search_key then
            new.search_key := null;
          end if;
          return new;
        end $$`);
    await q.query(`
      create trigger device_renamed before update of name_key on device
        for each row execute function device_renamed()`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop trigger device_renamed on device');
    await q.query('drop function device_renamed()');
    await q.query('alter table device drop column search_key');
    await q.query(`create index device_search on device using gin (device_grams(company_id, name_key))`);
  }
}
