import { Injectable } from '@nestjs/common';
import { Database, Transaction, type RequestContext } from '@tessera/platform';
import { databaseNow } from '../database-now.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { Health } from '../status/health.js';
import { CommandsRepository } from './commands.repository.js';

const BATCH = 100;

/** Expires commands that nobody fetched in time, and times out those without a result (DEV-026). */
@Injectable()
export class LapseCommands {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
    private readonly health: Health,
  ) {}

  async sweep(ctx: RequestContext): Promise<void> {
    const due = await this.database.query<{ deviceId: string; companyId: string }>(
      `select distinct device_id as "deviceId", company_id as "companyId"
         from (select device_id, company_id from command where due_at <= now() order by due_at limit $1) as d`,
      [BATCH],
    );
    for (const { companyId, deviceId } of due) await this.lapse(companyId, deviceId, ctx);
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
