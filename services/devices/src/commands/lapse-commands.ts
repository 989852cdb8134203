import { Inject, Injectable } from '@nestjs/common';
import { databaseNow, Database, Job, LOGGER, RequestContext, Transaction } from '@tessera/platform';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { DevicesAcrossCompanies, type DeviceKey } from '../devices/devices-across-companies.repository.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { EachByItself } from '../each-by-itself.js';
import { Health } from '../status/health.js';
import { CommandsRepository } from './commands.repository.js';

const BATCH_SIZE = 100;

/** Expires commands that nobody fetched in time, and times out those without a result (DEV-026). */
@Injectable()
export class LapseCommands {
  private readonly each: EachByItself<DeviceKey>;

  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly allDevices: DevicesAcrossCompanies,
    private readonly commands: CommandsRepository,
    private readonly health: Health,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.each = new EachByItself('ending commands', logger);
  }

  @Job({ name: 'lapse-commands', everyMs: (config: Config) => config.SWEEP_MS })
  async sweep(): Promise<void> {
    const ctx = RequestContext.system();
    const due = await this.allDevices.dueForCommands(BATCH_SIZE, this.each.leftOut, this.database);
    await this.each.run(due, ({ companyId, id }) => this.lapse(companyId, id, ctx));
  }

  private async lapse(companyId: string, deviceId: string, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const device = await this.devices.lockIfFree(companyId, deviceId, tx);
      if (!device) return;
      const now = await databaseNow(tx);
      for (const command of await this.commands.open(device, tx)) {
        if (command.lapse(now)) await this.commands.changed(device, command, tx);
      }
      await this.health.refresh(device, now, tx);
    });
  }
}
