import { Injectable } from '@nestjs/common';
import { Database, Job, searchKey } from '@tessera/platform';
import type { Config } from '../config.js';

const BATCH = 1_000;

/** Gives devices their search key that the release before has enrolled or renamed, which does not know it. */
@Injectable()
export class SearchKeys {
  constructor(private readonly database: Database) {}

  @Job({ name: 'fill-device-search-keys', everyMs: (config: Config) => config.SWEEP_MS })
  async sweep(): Promise<void> {
    for (;;) {
      const rows = await this.database.query<{ id: string; name: string }>(
        `select id, name from device where search_key is null limit ${BATCH}`,
      );
      if (rows.length)
        await this.database.query(
          `update device d set search_key = k.key from unnest($1::uuid[], $2::text[], $3::text[]) as k (id, name, key)
            where d.id = k.id and d.name = k.name and d.search_key is null`,
          [rows.map((r) => r.id), rows.map((r) => r.name), rows.map((r) => searchKey(r.name))],
        );
      if (rows.length < BATCH) return;
    }
  }
}
