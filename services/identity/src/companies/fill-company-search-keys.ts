import { Injectable } from '@nestjs/common';
import { Job, searchKey } from '@tessera/platform';
import { CompanyLookup } from './company-lookup.repository.js';

const EVERY_MS = 10_000;
const BATCH_SIZE = 1_000;

/**
 * Gives companies their search key that were founded by an instance of the release before, which does not know it; without
 * one a company is in no list. Any number of instances may.
 */
@Injectable()
export class FillCompanySearchKeys {
  constructor(private readonly companies: CompanyLookup) {}

  @Job({ name: 'fill-company-search-keys', everyMs: EVERY_MS })
  async run(): Promise<void> {
    for (;;) {
      const unkeyed = await this.companies.withoutSearchKey(BATCH_SIZE);
      if (unkeyed.length)
        await this.companies.setSearchKeys(
          unkeyed.map(({ id, name }) => ({ id, searchKey: searchKey(name) })),
        );
      if (unkeyed.length < BATCH_SIZE) return;
    }
  }
}
