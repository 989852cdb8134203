import { Injectable } from '@nestjs/common';
import { Database, Job } from '@tessera/platform';
import type { Config } from '../config.js';
import { DevicesAcrossCompanies } from './devices-across-companies.repository.js';

const BATCH_SIZE = 1_000;

/** Gives a search key to devices that the release before has enrolled or renamed, which does not know it. */
@Injectable()
export class SearchKeys {
  constructor(
    private readonly database: Database,
    private readonly allDevices: DevicesAcrossCompanies,
  ) {}

  @Job({ name: 'fill-device-search-keys', everyMs: (config: Config) => config.SWEEP_MS })
  async sweep(): Promise<void> {
    while ((await this.allDevices.fillSearchKeys(BATCH_SIZE, this.database)) === BATCH_SIZE);
  }
}
