import { Inject, Injectable } from '@nestjs/common';
import { databaseNow, Database, Job, LOGGER, RequestContext, Transaction } from '@tessera/platform';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { DevicesAcrossCompanies, type DeviceKey } from '../devices/devices-across-companies.repository.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { EachByItself } from '../each-by-itself.js';
import { DeviceStatusUpdater } from './device-status-updater.js';

const BATCH_SIZE = 100;

/** Assesses devices again whose status changes by time alone: old databases, expired licenses, long silence. */
@Injectable()
export class RefreshStatus {
  private readonly each: EachByItself<DeviceKey>;

  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly allDevices: DevicesAcrossCompanies,
    private readonly statusUpdater: DeviceStatusUpdater,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.each = new EachByItself('assessing the status', logger);
  }

  @Job({ name: 'refresh-status', everyMs: (config: Config) => config.SWEEP_MS })
  async sweep(): Promise<void> {
    const ctx = RequestContext.system();
    const due = await this.allDevices.dueForStatus(BATCH_SIZE, this.each.leftOut, this.database);
    await this.each.run(due, ({ companyId, id }) =>
      this.transaction.run(ctx, async (tx) => {
        const device = await this.devices.lockIfFree(companyId, id, tx);
        if (device) await this.statusUpdater.refresh(device, await databaseNow(tx), tx);
      }),
    );
  }
}
