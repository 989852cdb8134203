import { Inject, Injectable } from '@nestjs/common';
import { databaseNow, Database, Job, LOGGER, RequestContext, Transaction } from '@tessera/platform';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { DevicesAcrossCompanies, type DeviceKey } from '../devices/devices-across-companies.repository.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { EachByItself } from '../each-by-itself.js';
import { Health } from './health.js';

const BATCH_SIZE = 100;

/** Looks again at devices whose status changes by time alone: databases grow old, licenses expire, silence grows long. */
@Injectable()
export class RefreshStatus {
  private readonly each: EachByItself<DeviceKey>;

  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly allDevices: DevicesAcrossCompanies,
    private readonly health: Health,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.each = new EachByItself('drawing the status anew', logger);
  }

  @Job({ name: 'refresh-status', everyMs: (config: Config) => config.SWEEP_MS })
  async sweep(): Promise<void> {
    const ctx = RequestContext.system();
    const due = await this.allDevices.dueForStatus(BATCH_SIZE, this.each.leftOut, this.database);
    await this.each.run(due, ({ companyId, id }) =>
      this.transaction.run(ctx, async (tx) => {
        const device = await this.devices.lockIfFree(companyId, id, tx);
        if (device) await this.health.refresh(device, await databaseNow(tx), tx);
      }),
    );
  }
}
