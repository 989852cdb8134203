import { deviceDisconnected, disconnectDevice, type DisconnectDevice } from '@tessera/contracts';
import { databaseNow, Handles, Transaction, type RequestContext } from '@tessera/platform';
import { CommandsRepository } from '../commands/commands.repository.js';
import { PresenceRepository } from '../presence/presence.repository.js';
import { DeviceStatusUpdater } from '../status/device-status-updater.js';
import { DevicesRepository } from './devices.repository.js';

@Handles(disconnectDevice)
export class DisconnectDeviceHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
    private readonly presence: PresenceRepository,
    private readonly statusUpdater: DeviceStatusUpdater,
  ) {}

  async handle(input: DisconnectDevice, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      const device = await this.devices.lock(ctx.companyId, input.id, tx);
      const now = await databaseNow(tx);
      const open = await this.commands.open(device, tx);
      if (!device.disconnect(now)) return;
      for (const command of open) {
        command.endEpoch(now);
        await this.commands.changed(device, command, tx);
      }
      await this.devices.disconnectApps(device, tx);
      await this.devices.update(ctx.companyId, device, tx);
      await this.presence.release([device.id], tx);
      await this.statusUpdater.refresh(device, now, tx);
      tx.emit(deviceDisconnected, {
        companyId: ctx.companyId,
        aggregateId: device.id,
        version: device.version,
        data: { deviceId: device.id, deviceName: device.name, userId: ctx.userId },
      });
    });
  }
}
