import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, Job } from '@tessera/platform';
import type { Config } from '../config.js';
import { deleteExpired } from './retention.sql.js';

const EVERY_MS = 5 * 60_000;

/** Deletes what has outlived its use, in small batches; any number of instances may. */
@Injectable()
export class Retention {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  @Job({ name: 'identity-retention', everyMs: EVERY_MS })
  run(): Promise<void> {
    return deleteExpired(this.config.SIGN_IN_MAX_FAILURES, this.database);
  }
}
