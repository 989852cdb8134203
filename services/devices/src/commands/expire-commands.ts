import { Inject, Injectable } from '@nestjs/common';
import { databaseNow, Database, Job, LOGGER, RequestContext, Transaction } from '@tessera/platform';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { DevicesAcrossCompanies, type DeviceKey } from '../devices/devices-across-companies.repository.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { EachByItself } from '../each-by-itself.js';
import { DeviceStatusUpdater } from '../status/device-status-updater.js';
import { CommandsRepository } from './commands.repository.js';

const BATCH_SIZE = 100;

/** Expires commands that were not fetched in time, and times out those without a result (DEV-026). */
@Injectable()
export class ExpireCommands {
  private readonly each: EachByItself<DeviceKey>;

  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly allDevices: DevicesAcrossCompanies,
    private readonly commands: CommandsRepository,
    private readonly statusUpdater: DeviceStatusUpdater,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.each = new EachByItself('expiring commands', logger);
  }

  @Job({ name: 'expire-commands', everyMs: (config: Config) => config.SWEEP_MS })
  async sweep(): Promise<void> {
    const ctx = RequestContext.system();
    const due = await this.allDevices.dueForCommands(BATCH_SIZE, this.each.leftOut, this.database);
    await this.each.run(due, ({ companyId, id }) => this.expire(companyId, id, ctx));
  }

  private async expire(companyId: string, deviceId: string, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const device = await this.devices.lockIfFree(companyId, deviceId, tx);
      if (!device) return;
      const now = await databaseNow(tx);
      for (const command of await this.commands.open(device, tx)) {
        if (command.expire(now)) await this.commands.changed(device, command, tx);
      }
      await this.statusUpdater.refresh(device, now, tx);
    });
  }
}
