import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, LOGGER, searchKey } from '@tessera/platform';
import type { Logger } from 'pino';
import { Every } from '../every.js';

const EVERY_MS = 10_000;
const BATCH = 1_000;

/**
 * Gives companies their search key that were founded by an instance of the release before, which does not know it; without
 * one a company is in no list. Any number of instances may.
 */
@Injectable()
export class CompanyKeys implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly every: Every;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.every = new Every(EVERY_MS, () => this.run(), logger);
  }

  onApplicationBootstrap(): void {
    this.every.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.every.stop();
  }

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
