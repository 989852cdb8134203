import { Injectable } from '@nestjs/common';
import { Database, Job, searchKey } from '@tessera/platform';

const EVERY_MS = 10_000;
const BATCH = 1_000;

/**
 * Gives companies their search key that were founded by an instance of the release before, which does not know it; without
 * one a company is in no list. Any number of instances may.
 */
@Injectable()
export class CompanyKeys {
  constructor(private readonly database: Database) {}

  @Job({ name: 'fill-company-search-keys', everyMs: EVERY_MS })
  async run(): Promise<void> {
    for (;;) {
      const rows = await this.database.query<{ id: string; name: string }>(
        `select id, name from company where search_key is null limit ${BATCH}`,
      );
      if (rows.length)
        await this.database.query(
          `update company c set search_key = k.key from unnest($1::uuid[], $2::text[]) as k (id, key)
            where c.id = k.id and c.search_key is null`,
          [rows.map((r) => r.id), rows.map((r) => searchKey(r.name))],
        );
      if (rows.length < BATCH) return;
    }
  }
}
