import { Injectable } from '@nestjs/common';
import { Database, Job } from '@tessera/platform';
import { OutdatedRowsAcrossCompanies } from './retention.repository.js';

const EVERY_MS = 2 * 60_000;

/** Deletes what has outlived its use. Any number of instances may do so at once. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly outdated: OutdatedRowsAcrossCompanies,
  ) {}

  @Job({ name: 'devices-retention', everyMs: EVERY_MS })
  sweep(): Promise<void> {
    return this.outdated.delete(this.database);
  }
}
